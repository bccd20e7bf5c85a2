"""How are acts called? One name in all its forms."""

from __future__ import annotations

# barnevernsloven, barnevernslova, barnevernslov, barnevernslovens, barnevernslovas: one name.
_ENDINGS = (("loven", "lov"), ("lova", "lov"), ("forskriften", "forskrift"), ("forskrifta", "forskrift"))


def forms_of_name(name: str) -> tuple[str, ...]:
    """The forms in which a name stands in a text, in both standards."""
    for ending, bare in _ENDINGS:
        if name.endswith(ending):
            base = name.removesuffix(ending) + bare
            return (base, f"{base}en", f"{base}a", f"{base}ens", f"{base}as")
    if name.endswith("konvensjonen"):
        return (name, f"{name}s")
    return (name,)


def normal_name(name: str) -> str:
    """A name as it is compared."""
    return " ".join(name.lower().split()).rstrip(".")
