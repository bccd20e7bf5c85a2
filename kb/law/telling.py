"""How are acts and numbers of provisions named in what readers are told?"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import unquote

from kb.law.number_forms import as_written
from kb.law.provisions import Act, text_address
from kb.messages import Link, Message, Quoted, Value, message


def named(act: Act) -> Quoted:
    """«barnevernsloven (2021)»"""
    return Quoted(act.cited)


def numbered(act: Act, number: str) -> Message:
    """«§ 4-12 i barnevernsloven (2021)»"""
    return message("%(number)s i %(act)s", number=f"{act.sign} {as_written(number)}", act=named(act))


def where_to_read(act: Act, number: str = "") -> Link:
    """Leads to an act at Lovdata, or to one provision of it."""
    address = text_address(act, as_written(number)) if number else act.url
    return Link(message("hos Lovdata"), unquote(address))


def listed(parts: Sequence[Value], *, is_choice: bool = False) -> Value:
    """«§ 1-4, § 1-6 og § 4-2», or «eller» when it is one of them."""
    if len(parts) == 1:
        return parts[0]
    some, last = tuple(parts[:-1]), parts[-1]
    if is_choice:
        return message("%(some)s eller %(last)s", some=some, last=last)
    return message("%(some)s og %(last)s", some=some, last=last)
