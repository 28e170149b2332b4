"""Frozen values with slots, as `dataclasses` makes them, but in a tenth of the time.

The standard decorator compiles six methods for each class and imports `inspect`: for all our values that is a
fifth of the time until the reader answers, and most of what a quick command takes. These compile `__init__`
alone. Type checkers take both for the same.
"""

from __future__ import annotations

import sys
from operator import attrgetter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeVar, dataclass_transform

    T = TypeVar("T")
    C = TypeVar("C", bound=type)
else:

    def dataclass_transform(**_):  # noqa: D103 - for type checkers only
        return lambda decorator: decorator


_MISSING = object()


class _Field:
    """What is special about a field."""

    __slots__ = ("compare", "default", "default_factory")

    def __init__(self, default: object, default_factory: Callable[[], object] | None, compare: bool) -> None:
        self.default = default
        self.default_factory = default_factory
        self.compare = compare


def field(
    *, default: Any = _MISSING, default_factory: Callable[[], Any] | None = None, compare: bool = True
) -> Any:
    """Say something special of a field, in the place of its default.

    Args:
        default: its default, if it has one.
        default_factory: makes its default, for each value anew.
        compare: whether values are told apart by it.
    """
    return _Field(default, default_factory, compare)


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(cls: C) -> C:
    """Make a class one of frozen values: its annotations are its fields."""
    names = tuple(name for name, kind in cls.__annotations__.items() if not str(kind).startswith("ClassVar"))
    given = {name: cls.__dict__[name] for name in names if name in cls.__dict__}
    fields = {
        name: each if isinstance(each := given.get(name, _MISSING), _Field) else _Field(each, None, True)
        for name in names
    }
    compared = [name for name, each in fields.items() if each.compare]
    left_out = {*given, "__dict__", "__weakref__"}
    members = {
        **{name: member for name, member in cls.__dict__.items() if name not in left_out},
        "__slots__": names,
        "__match_args__": names,
        "__qualname__": cls.__qualname__,
        "_compared": attrgetter(*compared),
        "__init__": _init(cls, fields),
        **_METHODS,
    }
    return type(cls)(cls.__name__, cls.__bases__, members)


@dataclass_transform(frozen_default=True, order_default=True, field_specifiers=(field,))
def ordered(cls: C) -> C:
    """Make a class one of frozen values that are ordered by their fields."""
    made = value(cls)
    for name, method in _ORDER.items():
        setattr(made, name, method)
    return made


def replace(value: T, /, **changes: Any) -> T:
    """Return the value with some of its fields changed."""
    fields = {name: getattr(value, name) for name in value.__match_args__}  # type: ignore[attr-defined]
    return type(value)(**fields | changes)


def astuple(value: object) -> tuple[Any, ...]:
    """Return what is in the fields of a value, in order."""
    return tuple(getattr(value, name) for name in value.__match_args__)  # type: ignore[attr-defined]


def _init(cls: type, fields: dict[str, _Field]) -> Callable[..., None]:
    """Return the method that takes the fields in order, or by name."""
    names: dict[str, object] = {"_set": object.__setattr__, "_missing": _MISSING}
    parameters, lines = ["self"], []
    for name, each in fields.items():
        given = name
        if each.default_factory is not None:
            names[f"_make_{name}"] = each.default_factory
            parameters.append(f"{name}=_missing")
            given = f"_make_{name}() if {name} is _missing else {name}"
        elif each.default is not _MISSING:
            names[f"_default_{name}"] = each.default
            parameters.append(f"{name}=_default_{name}")
        else:
            parameters.append(name)
        lines.append(f"  _set(self, '{name}', {given})")
    # Inside a function, so that the names above are not looked for among those of the module.
    source = [f"def make({', '.join(names)}):", f" def __init__({', '.join(parameters)}):", *lines]
    made: dict[str, Any] = {}
    exec("\n".join([*source, " return __init__"]), vars(sys.modules[cls.__module__]), made)  # noqa: S102
    init: Callable[..., None] = made["make"](**names)
    init.__annotations__ = {**{name: cls.__annotations__[name] for name in fields}, "return": None}
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    return init


def _refuse(self: object, name: str, value: object = None) -> None:
    """Let no field be set or deleted."""
    raise AttributeError(f"{type(self).__name__}.{name} can't be changed")


def _repr(self: object) -> str:
    """Return how the value would be made."""
    fields = zip(self.__match_args__, astuple(self), strict=True)  # type: ignore[attr-defined]
    return f"{type(self).__qualname__}({', '.join(f'{name}={each!r}' for name, each in fields)})"


def _equals(self: Any, other: Any) -> bool:
    """Whether the other is of the same class with the same in its fields."""
    return (
        bool(self._compared(self) == self._compared(other)) if type(self) is type(other) else NotImplemented
    )


def _hash(self: Any) -> int:
    """Return a number that equal values share."""
    return hash(self._compared(self))


def _less(self: Any, other: Any) -> bool:
    return bool(self._compared(self) < self._compared(other)) if type(self) is type(other) else NotImplemented


def _at_most(self: Any, other: Any) -> bool:
    return (
        bool(self._compared(self) <= self._compared(other)) if type(self) is type(other) else NotImplemented
    )


def _more(self: Any, other: Any) -> bool:
    return bool(self._compared(self) > self._compared(other)) if type(self) is type(other) else NotImplemented


def _at_least(self: Any, other: Any) -> bool:
    return (
        bool(self._compared(self) >= self._compared(other)) if type(self) is type(other) else NotImplemented
    )


_METHODS = {
    "__setattr__": _refuse,
    "__delattr__": _refuse,
    "__repr__": _repr,
    "__eq__": _equals,
    "__hash__": _hash,
    # Slots without a __dict__ are copied and pickled through the constructor.
    "__reduce__": lambda self: (type(self), astuple(self)),
}
_ORDER = {"__lt__": _less, "__le__": _at_most, "__gt__": _more, "__ge__": _at_least}
