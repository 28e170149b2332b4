"""Writes what is decided about names as JSON, and reads it back."""

from __future__ import annotations

import json
from collections.abc import Mapping

from tui_reader.decisions import Decision, Identity, PortableDecision
from tui_reader.errors import CorrectionError
from tui_reader.harmless import harmless_line
from tui_reader.models import Kind


def decision_record(portable: PortableDecision) -> dict[str, object]:
    """Return the fields of a decision, harmless to print; its keys are documented in the README."""
    decision = portable.decision
    means = decision.means
    return {
        "kind": decision.kind.value,
        "key": harmless_line(decision.key),
        "article": harmless_line(portable.address) or None,
        "written": decision.form or None,
        "means": {
            "kind": means.kind.value,
            "key": harmless_line(means.key),
            "name": harmless_line(means.name),
        }
        if means
        else None,
    }


def read_decisions(text: str) -> list[PortableDecision]:
    """Return the decisions in a JSON array of such records.

    Raises:
        CorrectionError: if it is anything else.
    """
    try:
        records = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise CorrectionError(f"These are no decisions, as it isn't JSON: {error}.") from error
    if not isinstance(records, list):
        raise CorrectionError("These are no decisions: a JSON array was expected.")
    return [_decision(number, record) for number, record in enumerate(records, 1)]


def _decision(number: int, record: object) -> PortableDecision:
    if not isinstance(record, Mapping):
        raise CorrectionError(f"Decision {number} is no object.")
    means = record.get("means")
    if "means" not in record or (means is not None and not isinstance(means, Mapping)):
        raise CorrectionError(f"Decision {number} has no “means” that is an object or null.")
    meant = None
    if means is not None:
        meant = Identity(_kind(number, means), _text(number, means, "key"), _text(number, means, "name"))
    return PortableDecision(
        Decision(
            _kind(number, record), _text(number, record, "key"), meant,
            form=_text(number, record, "written", is_needed=False),
        ),
        _text(number, record, "article", is_needed=False),
    )  # fmt: skip


def _kind(number: int, record: Mapping[str, object]) -> Kind:
    names = [kind.value for kind in Kind if kind.is_name]
    if record.get("kind") not in names:
        raise CorrectionError(f"Decision {number} has no “kind” of {', '.join(names)}.")
    return Kind(str(record["kind"]))


def _text(number: int, record: Mapping[str, object], field: str, *, is_needed: bool = True) -> str:
    text = record.get(field)
    if text is None and not is_needed:
        return ""
    if not isinstance(text, str) or not (line := harmless_line(text)):
        raise CorrectionError(f"Decision {number} has no “{field}” that is a text.")
    return line


def decision_line(portable: PortableDecision) -> str:
    """Return a decision as a line."""
    decision = portable.decision
    where = [f"written “{decision.form}”"] if decision.form else []
    where += [f"in {portable.address}"] if portable.address else []
    what = f"{decision.means.name} ({decision.means.kind})" if decision.means else "no name"
    place = f", {', '.join(where)}," if where else ""
    return harmless_line(f"“{decision.key}” ({decision.kind}){place} is {what}")
