"""How are acts and numbers of provisions named in what readers are told?"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import unquote

from kb.law.number_forms import as_written, number_key
from kb.law.provisions import Act, LawRegister, text_address
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


def places(provision_ids: Sequence[str], register: LawRegister) -> Value:
    """Provisions in running text, those of one act together: `barnevernsloven (2021) §§ 2-2, 2-3 og 2-5`."""
    known = [register.provisions[name] for name in dict.fromkeys(provision_ids) if name in register.provisions]
    told: list[Value] = []
    for act_id in dict.fromkeys(one.act for one in known):
        act = register.acts[act_id]
        numbers = sorted((one.number for one in known if one.act == act_id), key=number_key)
        sign = "§§" if act.sign == "§" and len(numbers) > 1 else act.sign
        # No words to translate, so this is no `message` for the catalogue.
        values = (("act", named(act)), ("sign", sign), ("numbers", listed(numbers)))
        told.append(Message("%(act)s %(sign)s %(numbers)s", values))
    return listed(told) if told else message("en bestemmelse som vi ikke kjenner")
