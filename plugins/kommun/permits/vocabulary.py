"""The words by which permit matters, their parties and those who handle them are known, in Swedish and Finnish.

Only words: what is read with them is in `permit_passages`, `person_names` and the rules. Source: strategy 4.1.
"""

from __future__ import annotations

import re

from .name_words import one_of

_SV_GENITIVES = r"(?:sökandens|sökandes|ägarens|fastighetens|lägenhetens|tomtens|grannens|lovets|tillståndets)\s+"
_FI_GENITIVES = r"(?:hakijan|luvan|kiinteistön|tontin|tilan|omistajan|naapurin|rakennuksen)\s+"
_SV_PARTIES = (
    r"(?:med|tillstånds|bygglovs|lovs?)?sökande(?:na|n|ns|nas|s)?|(?:tillstånds|lov)(?:havare|innehavare)n?|"
    r"byggherre(?:n|ns|r)?|(?:fastighets|mark|jord|tomt|gran?n?tomt|med)?ägare(?:n|ns|na|nas)?|"
    r"(?:fastighets|tomt)?innehavare(?:n|ns|na)?|(?:befullmäktigat\s+|befullmäktigade\s+)?ombud(?:et|ets|en)?|"
    r"(?:rå)?grann(?:e|en|ens|ar|arna|arnas)|verksamhetsutövare(?:n|ns)?|arrendator(?:n|er)?|hyresgäst(?:en|er)?|"
    r"anmälare(?:n)?|klagande(?:n)?|(?:besvärs)?anförare(?:n)?|ändringssökande(?:n)?|(?:saks)?ägare|köpare(?:n)?|"
    r"säljare(?:n)?|beställare(?:n)?|(?:ansvarig\s+)?arbetsledare(?:n)?|(?:huvud|byggnads)?(?:planerare|"
    r"projekterare)n?|"
    r"(?:protokolls)?utdrag|delges|delgivning"
)
_FI_PARTIES = (
    r"(?:luvan\s?|muutoksen)?haki(?:ja@|joiden|joille)|luvan\s?(?:haltija|saaja)@|rakennuttaja@|"
    r"(?:rakennus)?hankkeeseen\s+ryhtyvä@|(?:maan|tontin|kiinteistön|tilan)?omistaja@|(?:kiinteistön|tontin)?haltija@|"
    r"asiamie(?:s|hen|henä|helle)|(?:raja)?naapuri@|vuokralai(?:nen|sen)|vuokramie(?:s|hen)|toiminnanharjoittaja@|"
    r"ilmoittaja@|ostaja@|myyjä@|tilaaja@|valittaja@|muistuttaja@|(?:vastaava\s+)?työnjohtaja@|"
    r"(?:pää|rakennus)?suunnittelija@|asianosai(?:nen|set|sen)|pöytäkirjan(?:ote|otteet)|tiedoksi".replace(
        "@", "(?:n|t|na|lle|lta|ltä|a|ä|ksi)?"
    )
)
PARTY = re.compile(
    rf"(?<![\w-])(?P<label>(?:{_SV_GENITIVES})?(?:{_SV_PARTIES})|(?:{_FI_GENITIVES})?(?:{_FI_PARTIES}))(?![\w-])",
    re.IGNORECASE,
)
"""Who a permit matter is about: after these words anything that looks like a person is one."""
NAME = re.compile(r"(?<![\w-])(?<![\w,;”\"] )(?P<label>namn(?:et)?|nimi|nimet)(?![\w-])", re.IGNORECASE)
"""Says less than PARTY: also a list of those present has names."""

PERMIT = re.compile(
    rf"(?<![\w-])(?:\w{{0,25}}(?:{one_of('permit_inside')})\w{{0,15}}|(?:{one_of('permit_first')})\w{{0,15}}|"
    rf"{one_of('permit_whole')})(?!\w)",
    re.IGNORECASE,
)
"""A word that says that the sentence is about a permit."""
TITLE = re.compile(
    rf"(?:föredragande|\w{{0,25}}(?:{one_of('titles')}|(?<!työn)(?<!toimitus)johtaja))"
    r"(?:en|n|s|ns|ens|na|erna|t|ä|a|lle|ksi)?",
    re.IGNORECASE,
)
"""An office or a seat: who bears it handles the matter and is no party to it."""
NOT_OFFICE = re.compile(r"verkställande\s+direktör|toimitusjohtaja|(?<!\w)vd", re.IGNORECASE)
OFFICIAL = re.compile(
    rf"\W*(?:{one_of('official_labels')}|\w{{0,25}}(?:{one_of('titles')}))"
    r"(?:\s+(?:om|av|i|vid|ja|och|av|antaa|ger)\s.{0,60}|\s+(?:av|antaa|ger)|\s+\w{0,30}(?:ista|istä|sta|stä))?\W*",
    re.IGNORECASE,
)
"""The words before a colon after which those who handle the matter are named."""
ATTENDANCE = re.compile(
    r"närvarande|beslutande|deltagare|protokoll\w{0,3}juster|underskrift|beslutför|sammanträdets\s+laglighet|läsnäol|"
    r"läsnä\b|osallistuj|pöytäkirjan\s?tarkast|allekirjoit|päätösvalt|kokouksen\s+laillisuus",
    re.IGNORECASE,
)
"""A heading under which the elected and the officials are named."""
SEATS = re.compile(
    r"(?<!\w)(?:uppdrag|roll|befattning|titel|ledamot|ersättare|närvaro|närvarande|parti|tehtävä|rooli|asema|jäsen|"
    r"varajäsen|läsnä|puolue)(?!\w)",
    re.IGNORECASE,
)
"""The head of a table of members or officials."""
MEETING = re.compile(
    r"(?<!\w)(?:jäv(?:et|ig|iga)?|understödd(?:e|es)?|reserverade|avvikande\s+mening|(?:om)?röst(?:ade|ning|ningen|er)|ersatte|"
    r"esteelli\w{1,8}|jäävi\w{0,6}|kannattamana|kannattivat|kannatti|äänest\w{1,8}|"
    r"eriävä\w{0,3}\s+mielipi\w{2,6})(?!\w)",
    re.IGNORECASE,
)
"""What only members do: a sentence with these tells how the meeting went."""
DID = re.compile(
    r"(?:föreslog|yrkade|frågade|redogjorde|presenterade|föredrog|besvarade|öppnade|avslutade|säger|berättar|påminner|"
    r"ehdotti|esitti|selosti|esitteli|vastasi|kertoo|sanoo|muistuttaa|valdes|utsågs|valittiin|nimettiin|i\s+uppdrag|tehtäväksi)(?!\w)",
    re.IGNORECASE,
)
"""What only those who handle a matter do: right beside a name."""
DONE_BY = re.compile(
    r"(?<!\w)(?:(?:föredrogs|presenterades|bereddes|justerades|granskades|föredragning|redogörelse)\s+av|"
    r"(?:valdes|utsågs|kallades)(?:\s+till)?|(?:information|upplysningar)\s+(?:\w{1,20}\s+){0,3}(?:ger|"
    r"(?:lämnas|fås)\s+av)|"
    r"lisätietoja\s+(?:\w{1,20}\s+){0,2}antaa|\(för|valittiin|nimettiin)\s{1,3}$",
    re.IGNORECASE,
)
"""The same, before a name."""

ADDRESS = re.compile(
    r"(?<![\w-])(?P<label>(?:[a-zåäö]{4,25}(?:ens|ets|ns|n)\s+)?"
    r"(?:gatu|post|närpost|besöks|hem|när|katu|lähi|posti|koti|käynti)?"
    r"(?:adress(?:en)?|osoit(?:e|teessa|teesta|teeseen)))(?![\w-])",
    re.IGNORECASE,
)
MEETING_PLACE = re.compile(
    r"\W*(?:sammanträdes|mötes)?(?:plats|ort)(?:en)?|\W*(?:tid|ajankohta|aika|kokousaika)(?:\s+(?:och|"
    r"ja)\s+-?\w{4,15})|"
    r"\W*(?:plats|paikka|kokouspaikka|kokoontumispaikka)(?:\s+(?:och|ja)\s+-?\w{3,15})?|"
    r"\W*(?:till\s+påseende|påseende|nähtävillä|nähtävänäolo)",
    re.IGNORECASE,
)
"""The words before a meeting's own place."""
AUTHORITY = re.compile(
    r"förvaltningsdomstol|hallinto-oikeu|regionförvaltning|aluehallintovirasto|tillsynsverk|valvontavirasto",
    re.IGNORECASE,
)
"""Who has an address that anybody may know, some way before it."""
OFFICE = re.compile(
    r"(?<!\w)(?:sammanträdesplats|mötesplats|kokouspaikka|kommungård|kommunkansli|kunnantalo|kunnanvirasto|stadshus|"
    r"kaupungintalo)\w{0,5}[^.]{0,15}$",
    re.IGNORECASE,
)
"""The same, right before it."""
