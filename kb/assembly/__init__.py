"""Who puts the house together? The only room that knows every part by name.

`build` makes a generation of the index from the content; `open_site` opens the newest one as a `Site`, which is all
that the web and the commands meet. A site is never changed: new content is a new site.
"""

from kb.assembly.building import (
    BuildReport,
    build,
    has_index,
    is_current,
    open_or_build,
    open_site,
)
from kb.assembly.editing import (
    check,
    front_matter_schema,
    problems_of,
    record_published,
    text_in_parts,
    write_draft,
)
from kb.assembly.following import SiteInDevelopment, SiteOnDisk
from kb.assembly.missed import Missed, MissedQuery, MissedWords, Trial
from kb.assembly.overview import FileToMend, Overview, Untold, overview
from kb.assembly.site import Health, Site

__all__ = [
    "BuildReport",
    "FileToMend",
    "Health",
    "Missed",
    "MissedQuery",
    "MissedWords",
    "Overview",
    "Site",
    "SiteInDevelopment",
    "SiteOnDisk",
    "Trial",
    "Untold",
    "build",
    "check",
    "front_matter_schema",
    "has_index",
    "is_current",
    "open_or_build",
    "open_site",
    "overview",
    "problems_of",
    "record_published",
    "text_in_parts",
    "write_draft",
]
