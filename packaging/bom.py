"""The bill of materials of a release: CycloneDX 1.6 as JSON, equal for equal parts."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType, Property
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from delivered import Part, normal
from packageurl import PackageURL
from parts import moment, version

NAME = "lapas-desktop"
PACKAGE = f"{NAME}:package"  # the property that says which package holds a part
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_OID, NAME)


def bill(packages: Mapping[str, Iterable[Part]]) -> str:
    """The bill of all packages, each given by its name and parts; one component for each file that was taken.

    A library that came as one wheel for Windows and another for Linux is two components, each with its own hash. The
    time is that of the sources, and the serial number follows from the content.
    """
    holders: dict[Part, list[str]] = {}
    for package, parts in sorted(packages.items()):
        for part in dict.fromkeys(parts):
            holders.setdefault(part, []).append(package)
    program = Component(
        name=NAME,
        version=version(),
        type=ComponentType.APPLICATION,
        bom_ref=f"{NAME}@{version()}",
        licenses=[LicenseFactory().make_from_string("MIT")],
    )
    components = [_component(part, named) for part, named in sorted(holders.items())]
    content = json.dumps(
        [NAME, version(), moment(), [[*vars(part).values(), *holders[part]] for part in sorted(holders)]]
    )
    made = Bom(
        serial_number=uuid.uuid5(_NAMESPACE, content),
        metadata=BomMetaData(component=program, timestamp=datetime.fromtimestamp(moment(), UTC)),
        components=components,
    )
    made.register_dependency(program, components)
    return JsonV1Dot6(made).output_as_string(indent=2) + "\n"


def _component(part: Part, packages: Iterable[str]) -> Component:
    url = PackageURL(part.kind, None, normal(part.name.replace(" ", "-")), part.version, {"file_name": part.file})
    return Component(
        name=part.name,
        version=part.version,
        type=ComponentType.LIBRARY,
        bom_ref=str(url),
        purl=url,
        cpe=f"cpe:2.3:a:{part.cpe}:{part.version}:*:*:*:*:*:*:*" if part.cpe else None,
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=part.sha256)],
        licenses=[LicenseFactory().make_from_string(part.licence)],
        properties=[Property(name=PACKAGE, value=package) for package in packages],
    )
