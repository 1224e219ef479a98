"""Files that the program writes for an author: a new profile, and the schema that editors read."""

from __future__ import annotations

from pathlib import Path

from profilegen.app.atomic_write import write
from profilegen.app.fault_isolation import template_faults
from profilegen.core.program_files import own_templates
from profilegen.core.registry import KnownNames, Registry
from profilegen.edition.edition import Edition
from profilegen.edition.resolving import Resolver
from profilegen.output.schema import profile_schema
from profilegen.output.templates import environment
from profilegen.view.authoring.new_profile import scaffold_view

SCHEMA = Path("schema") / "profile.schema.json"
"""Where the schema stands, beside the folder of profiles."""


def new_profile(code: str, profiles: Path, registry: Registry, today: str) -> Path:
    """Write a new profile, and the schema that it names.

    Raises FileExistsError where a profile is there, which is never overwritten; TemplateFault.
    """
    path = profiles / f"{code}.yaml"
    if path.exists():
        raise FileExistsError(path)
    template_dir = own_templates(profiles)
    with template_faults(template_dir):
        template = environment(template_dir).get_template("new/profile.yaml")
        text = template.render(view=scaffold_view(code, Edition((), Resolver(registry)), today))
    # First: where it fails, no profile is there that nobody was told of.
    schema(profiles, registry.names)
    return write(path, text.encode())


def schema(profiles: Path, names: KnownNames) -> Path:
    """Write the schema beside a folder of profiles."""
    return write(profiles.resolve().parent / SCHEMA, profile_schema(names).encode())
