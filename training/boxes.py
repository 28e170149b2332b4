"""Boxes of the kinds that stand around news, in our own words, in many shapes."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypeVar

import lxml.html

from tui_reader.extract.tree import Element

_Text = TypeVar("_Text")

_CONSENT = (
    "We and our partners store and read information on your device, such as unique numbers in cookies.",
    "With your permission we use precise data on your location to measure advertising and content.",
    "You may accept or refuse this, and change your choice at any time by the link at the foot of the page.",
    "Some partners do not ask for your consent, but rely on what they call their legitimate interest.",
    "Read our policy to learn what data we keep, for how long, and whom we let have them.",
    "Advertising pays for what you read here; without it we would have to ask you for money.",
)
_OFFERS = (
    "Get the best of the week in your inbox every Friday, free of charge.",
    "This text is for subscribers. Try us for four weeks for one pound, and cancel whenever you like.",
    "Already a member? Log in to go on reading, or register to read three texts a month.",
    "Our reporters depend on readers like you: support our work with a small sum each month.",
    "By signing up you agree to our terms and confirm that you have read how we treat your data.",
    "Follow us wherever you are and never miss what happens in your town.",
)
TEASERS = (
    ("Ferry to the islands runs late again", "For the third week in a row passengers waited on the quay."),
    ("Council wants fewer street lamps", "From midnight on, half of the lamps in the town may go dark."),
    ("A school that teaches in the woods", "Lessons take place among beeches, whatever the weather."),
    (
        "What a loaf of bread costs, and why",
        "Flour is the least of it: a baker shows us her books, page by page.",
    ),
    (
        "Who owns the night sky?",
        "Ten thousand new satellites, and hardly a rule that says where they may fly.",
    ),
    (
        "The last lift boy of the harbour",
        "He has pressed the same eleven buttons since he left school at fifteen.",
    ),
)
_REMARKS = (
    "I was there on the first morning and it was well worth it. They should do it again.",
    "Nice, but who is going to pay for all this? Certainly not the people who decided it.",
    "My father used to say the same thing before the war, and nobody listened to him either.",
    "Thank you for this! I had been looking for a good explanation for months. Greetings from the coast.",
)
_CALLED = {
    "consent": ("cookie-wall", "cmp-container", "privacy-layer", "sp-message", "layer"),
    "offer": ("offer", "paywall", "piano-box", "subscribe-box", "inline-signup", "box", "teaser-plus"),
    "teasers": ("more", "recirculation", "teaser-list", "also", "latest", "river", "read-on"),
    "remark": ("opinions", "discussion", "reader", "thread"),
}


def consent(dice: random.Random) -> Element:
    """Return what asks for permission to follow the reader around."""
    outer = box_of("div", _name("consent", dice))
    if dice.random() < 0.15:
        conceal(outer, dice)
    box = outer
    for _ in range(dice.randint(0, 2)):
        box = add(box, "div", "")
    if dice.random() < 0.6:
        add(box, dice.choice(("h2", "h3", "p")), "Your privacy is dear to us")
    for _ in range(dice.randint(1, 3)):
        for text in _some(_CONSENT, dice):
            add(box, "p", text)
    if dice.random() < 0.7:
        add(box, dice.choice(("button", "a", "span")), "Agree and go on")
    return outer


def offer(dice: random.Random) -> Element:
    """Return what asks to subscribe, to log in or for an address."""
    outer = box_of(dice.choice(("div", "section", "aside")), _name("offer", dice))
    if dice.random() < 0.05:
        conceal(outer, dice)
    box = add(outer, "div", "") if dice.random() < 0.4 else outer
    if dice.random() < 0.7:
        add(
            box,
            dice.choice(("h2", "h3", "h4", "strong")),
            dice.choice(("Newsletter", "Stay informed", "Go on reading")),
        )
    for text in _some(_OFFERS, dice)[:3]:
        add(box, "p", text)
    if dice.random() < 0.6:
        add(box, dice.choice(("button", "a")), "Subscribe").set("href", "/buy")
    if dice.random() < 0.4:
        add(add(box, "form", ""), "input", "").set("type", "email")
    return outer


def teasers(dice: random.Random) -> Element:
    """Return the titles of other articles, perhaps with how they begin."""
    outer = box_of(dice.choice(("div", "section", "ul")), _name("teasers", dice))
    each = "li" if outer.tag == "ul" else dice.choice(("div", "article"))
    if outer.tag != "ul" and dice.random() < 0.7:
        add(outer, dice.choice(("h2", "h3", "span")), "More on this")
    has_start, is_headed = dice.random() < 0.6, dice.random() < 0.6
    for title, start in _some(TEASERS, dice):
        box = add(outer, each, "")
        holder = add(box, dice.choice(("h3", "h4")), "") if is_headed else box
        add(holder, "a", title).set("href", "/other")
        if has_start:
            add(box, "p", start)
    return outer


def remarks(dice: random.Random) -> Element:
    """Return what readers say of the article."""
    outer = box_of("div", _name("remark", dice))
    add(outer, "h3", f"{dice.randint(2, 90)} responses")
    for place, text in enumerate(_some(_REMARKS, dice)):
        box = add(outer, "div", "")
        add(box, dice.choice(("b", "span", "div")), f"reader{place}")
        add(box, "time", "12 March, 10:24")
        add(box, "p", text)
        add(box, "a", "Reply").set("href", "#")
    return outer


def _some(texts: Sequence[_Text], dice: random.Random) -> list[_Text]:
    return dice.sample(list(texts), dice.randint(2, len(texts)))


def _name(kind: str, dice: random.Random) -> str:
    return dice.choice(_CALLED[kind]) if dice.random() < 0.6 else ""


def conceal(element: Element, dice: random.Random) -> None:
    """Hide an element from those who see the page in a browser."""
    if dice.random() < 0.5:
        element.set("hidden", "")
    else:
        element.set("style", "display: none")


def box_of(tag: str, name: str) -> Element:
    """Return an empty element of a class."""
    element: Element = lxml.html.Element(tag)
    if name:
        element.set("class", name)
    return element


def add(parent: Element, tag: str, text: str) -> Element:
    """Return a new element with a text as the last child of another."""
    element = box_of(tag, "")
    element.text = text
    parent.append(element)
    return element
