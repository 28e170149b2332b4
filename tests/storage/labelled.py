"""Small articles of which it is known what they have to do with one another, to measure with.

All are made up. Those with the same label belong together; the others share at most what chance would bring:
a city, a country, a body that is named everywhere, or words of every day.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Story(NamedTuple):
    """One article."""

    label: str
    """What it belongs to; empty if to nothing."""
    title: str
    text: str
    named: dict[str, str]
    """The kind of each name in it."""


_PERSON, _PLACE, _ORG = "person", "place", "organisation"

STORIES: Final = (
    Story(
        "water",
        "Tokayev thanks a neighbour",
        "Tokayev called Mirziyoyev from Astana after the floods. Tokayev said that Tashkent had sent boats."
        " The two will meet in Astana in June.",
        {"Tokayev": _PERSON, "Mirziyoyev": _PERSON, "Astana": _PLACE, "Tashkent": _PLACE},
    ),
    Story(
        "water",
        "Two presidents share a river",
        "Mirziyoyev flew to Astana on Monday. Tokayev and he signed a paper about the Syr Darya, which both"
        " want for their cotton. Farmers around Shymkent are waiting. Mirziyoyev flew home on Tuesday.",
        {
            "Tokayev": _PERSON,
            "Mirziyoyev": _PERSON,
            "Astana": _PLACE,
            "Syr Darya": _PLACE,
            "Shymkent": _PLACE,
        },
    ),
    Story(
        "water",
        "The Syr Darya rises again",
        "The Syr Darya has left its bed near Shymkent. Tokayev ordered that two villages be moved. The Syr"
        " Darya last stood so high in 2004.",
        {"Syr Darya": _PLACE, "Shymkent": _PLACE, "Tokayev": _PERSON},
    ),
    Story(
        "rates",
        "A quarter point in Frankfurt",
        "The European Central Bank cut its rate. Christine Lagarde promised nothing. The European"
        " Central Bank meets again in Frankfurt in July, and Christine Lagarde will speak.",
        {"European Central Bank": _ORG, "Christine Lagarde": _PERSON, "Frankfurt": _PLACE},
    ),
    Story(
        "rates",
        "What cheaper money means for a flat in Tampere",
        "Since the European Central Bank acted, a loan in Tampere costs less. Christine Lagarde had hinted at"
        " it. Families with loans from before 2022 save most, and the European Central Bank knows it.",
        {"European Central Bank": _ORG, "Christine Lagarde": _PERSON, "Tampere": _PLACE},
    ),
    Story(
        "",
        "Late goal takes the cup",
        "In Frankfurt a goal in stoppage time decided the final. Thirty thousand had come, and the"
        " keeper wept. The goal was the striker's first this year.",
        {"Frankfurt": _PLACE},
    ),
    Story(
        "bloom",
        "A green sea off Peru",
        "Cold upwelling feeds the phytoplankton, and phytoplankton feeds everything else. When upwelling"
        " fails, the anchovies leave. Boats in Callao wait for the anchovies to come back.",
        {"Peru": _PLACE, "Callao": _PLACE},
    ),
    Story(
        "bloom",
        "Counting what is too small to see",
        "From orbit the colour of the sea betrays phytoplankton. A new instrument tells one"
        " phytoplankton from another and shows upwelling along Namibia. Upwelling there is among the"
        " strongest on the planet, and the anchovies of Namibia live on it. No fleet has caught fewer"
        " anchovies.",
        {"Namibia": _PLACE},
    ),
    Story(
        "chess",
        "At seventeen, Gukesh wins in Toronto",
        "Gukesh needed a draw against Nakamura and got it. Toronto saw the youngest winner ever. Gukesh will"
        " play Ding Liren for the title; Nakamura came second.",
        {"Gukesh": _PERSON, "Nakamura": _PERSON, "Toronto": _PLACE, "Ding Liren": _PERSON},
    ),
    Story(
        "chess",
        "Ding Liren looks back",
        "Ding Liren has not won a long game since January. Gukesh, whom he will meet, is half his age. Ding"
        " Liren says he sleeps better than he did, and that Gukesh deserves respect.",
        {"Ding Liren": _PERSON, "Gukesh": _PERSON},
    ),
    Story(
        "",
        "Toronto opens a line after thirteen years",
        "The trains run at last. Toronto has waited for them since 2011, and the bill has doubled."
        " Riders found the escalators out of order; Toronto apologised.",
        {"Toronto": _PLACE},
    ),
    Story(
        "canal",
        "The canal runs out of rain",
        "Lake Gatun is too low. The Panama Canal lets fewer ships through, and those that wait pay for a"
        " place. Each passage of the Panama Canal takes water from Lake Gatun.",
        {"Lake Gatun": _PLACE, "Panama Canal": _PLACE},
    ),
    Story(
        "canal",
        "A dam that nobody in the valley wants",
        "To fill Lake Gatun, engineers would dam the Indio. The Panama Canal says that it must. In the valley"
        " two thousand people would lose their homes for Lake Gatun.",
        {"Lake Gatun": _PLACE, "Panama Canal": _PLACE},
    ),
    Story(
        "lithium",
        "White gold under a salt lake",
        "Brine is pumped up and left in the sun until lithium is what remains. Where brine goes, water"
        " follows, say herders in Chile. Lithium from brine is cheap; the evaporation ponds are not."
        " Lithium prices fell while the evaporation ponds grew.",
        {"Chile": _PLACE},
    ),
    Story(
        "lithium",
        "Batteries without the ponds",
        "A firm in Argentina takes lithium straight from brine with a sieve of beads. The brine goes"
        " back where it came from; evaporation takes eighteen months, the beads two hours. If evaporation"
        " ponds become history, so will the ponds' critics. Lithium would be cheaper still.",
        {"Argentina": _PLACE},
    ),
    Story(
        "strike",
        "Doctors walk out for the ninth time",
        "The British Medical Association rejects four per cent. Wes Streeting will not offer more. The"
        " British Medical Association has called five days.",
        {"British Medical Association": _ORG, "Wes Streeting": _PERSON},
    ),
    Story(
        "strike",
        "Streeting asks for talks",
        "Wes Streeting wrote to the British Medical Association on Friday. Beds, he wrote, are what he can"
        " offer. Wes Streeting spoke of ruin.",
        {"British Medical Association": _ORG, "Wes Streeting": _PERSON},
    ),
    Story(
        "",
        "A library with four locks",
        "The oldest library in Fez is open again. Water had come up through its floor. Four keys, held"
        " by four people, are needed for the room with the oldest books.",
        {"Fez": _PLACE},
    ),
    Story(
        "",
        "Why bread costs more on Thursdays",
        "Bakers have to pay for flour before they sell bread. A baker in Lyon has put his sums on the door of"
        " the shop, and the queue has grown since.",
        {"Lyon": _PLACE},
    ),
    Story(
        "",
        "The bridge that sings",
        "When wind comes from the west, the railing hums in A. Engineers could stop it; people asked them not"
        " to. A composer in San Francisco has written for the bridge.",
        {"San Francisco": _PLACE},
    ),
    Story(
        "",
        "Seven days with a paper map",
        "No signal, one compass, and a map from 1986. It took two days to learn to look up, and the paths in"
        " Wales had moved. On the seventh day it rained.",
        {"Wales": _PLACE},
    ),
    Story(
        "",
        "United Nations counts the displaced",
        "The United Nations says that there are more of them than last year. Most stay in their own country."
        " The United Nations asks for money.",
        {"United Nations": _ORG},
    ),
    Story(
        "",
        "A vote on whales",
        "The United Nations heard Iceland and Japan. A vote on whales was put off until autumn, when more"
        " members can come. Iceland will hunt until then.",
        {"United Nations": _ORG, "Iceland": _PLACE, "Japan": _PLACE},
    ),
    Story(
        "",
        "What a second can break",
        "An extra second stopped half the web in 2012. Clocks said 60 where no clock should. From 2035 there"
        " will be no extra second, says the United Nations.",
        {"United Nations": _ORG},
    ),
    Story(
        "",
        "Japan learns to love the nap",
        "Offices in Japan have rooms for it now. Twenty minutes are allowed, forty are not. The rooms"
        " are dark, and the chairs lean back.",
        {"Japan": _PLACE},
    ),
    Story(
        "",
        "Wool is worth less than shearing it",
        "A fleece brings forty pence, and shearing it costs a pound. Farmers in Wales burn what they can't"
        " sell. Some have begun to pack parcels with it.",
        {"Wales": _PLACE},
    ),
)
