"""PG3xx: what profiles and registries say of the same thing."""

from __future__ import annotations

from profilegen.core.finding_codes.code import ERROR, WARNING, Code

CODES: tuple[Code, ...] = (
    Code(
        "PG301",
        ERROR,
        "registry names something that it lacks",
        "Correct the id, or add the record.",
    ),
    Code("PG302", ERROR, "one name for two records", "Make the alias belong to one record."),
    Code("PG303", ERROR, "two profiles of one economy", "Keep one file."),
    Code(
        "PG304",
        ERROR,
        "other side in a dispute than the registry has",
        "Remove `role`, or correct the party that is wrong.",
        waivable=True,
    ),
    Code(
        "PG305",
        WARNING,
        "agreement that does not bind the economy, without a note",
        "Say in `note` what it is to the economy.",
    ),
    Code(
        "PG306",
        WARNING,
        "other part in an initiative than the registry has",
        "Remove the entry, or correct `role`; if a source says otherwise, waive this.",
    ),
    Code(
        "PG307",
        WARNING,
        "count that disagrees with the registry",
        "Correct the count or its date; or write `- WTO` alone, and the registry counts.",
    ),
    Code(
        "PG308",
        WARNING,
        "fact that disagrees with the registry",
        "Take it out, so that the registry's stands; or correct the registry.",
    ),
    Code(
        "PG309",
        WARNING,
        "one document as two sources",
        "Cite one of the two; what several profiles cite may stand in registry/sources.yaml.",
    ),
    Code(
        "PG310",
        WARNING,
        "one instrument described twice",
        "Keep one of the two; the other may cite it in its text.",
    ),
    Code(
        "PG311",
        WARNING,
        "entry that belongs to the union's profile",
        "Write `through` in the section and leave the entry to the union.",
    ),
    Code(
        "PG312",
        WARNING,
        "member of a group is missing among the parties",
        "Add the member, or take the group out.",
    ),
    Code("PG313", ERROR, "one number for two profiles", "Give each profile its own number."),
)
