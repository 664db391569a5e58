"""Whole documents as officials write them, marked like `planted`: everything outside the marks must be left alone."""

from __future__ import annotations

INSPECTOR_SV = """
*Exempelinnehåll: ärendet är påhittat.*

# Tjänsteinnehavarbeslut, byggnadsinspektören § 45/2026

Beslutsfattare: byggnadsinspektör Kaj Exempel

**Lovnummer:** 26-0123-R
**Sökande:** «$p»
«$p2»
‹$sv $n›
68500 Kronoby
**Byggplats:** 288-401-3-12, Exempelbacka 3:12, Kronoby by
‹$sv2 $n2›, Kronoby
**Åtgärd:** Nybyggnad av egnahemshus
**Våningsyta:** 156 m², volym 540 m³
**Ansvarig arbetsledare:** «$pl»
**Huvudplanerare:** byggnadsingenjör «$p»

Grannarna «$p2» och «$pl2» har hörts. Inga anmärkningar har lämnats in. Vägen 12 meter från tomten ska hållas öppen.

Beslut: Jag beviljar sökanden bygglov enligt bygglagen 42 §. Arbetet ska inledas inom tre år. Avgiften är 450 euro.

Beslutet ges efter anslag 5.11.2026. Handlingarna finns på Kommungården, Säbråvägen 2, 68500 Kronoby.

På tjänstens vägnar

Kaj Exempel
byggnadsinspektör

Utdrag: «$p»
"""

COMMITTEE_SV = """
| | |
|---|---|
| Tid | 18.11.2026 kl. 16.30–18.15 |
| Plats | Terjärv skola, Skolvägen 12 |
| Ordförande | Gunilla Exempel |
| Sekreterare | Stig Provström |

## Närvarande

| Namn | Uppdrag | Närvarande §§ |
|---|---|---|
| Gunilla Exempel | ordförande | 94–102 |
| Bo Mallikas | viceordförande | 94–96, 98–102 (jäv § 97, bygglov) |
| Märta Provström | ledamot | 94–102 |

Övriga närvarande: Kaj Exempel, byggnadsinspektör, föredragande

## § 94 Sammanträdets laglighet och beslutförhet

Gunilla Exempel öppnade sammanträdet och konstaterade att det var lagligen sammankallat.

## § 95 Protokolljusterare

Till protokolljusterare valdes Märta Provström och Bo Mallikas, som också granskar bygglovsbesluten.

## § 96 Bygglov för djurstall, «$p»

Beredning: byggnadsinspektör Kaj Exempel

«$p» anhåller om bygglov för tillbyggnad av ett stall om 480 m² på lägenheten Norrby 5:23 i Nedervetil,
‹$sv $n›. Grannen «$pl» motsätter sig ansökan eftersom avståndet till bostaden är 140 meter. Väg 749 går
förbi fastigheten.

Föredragandens förslag: Bygglov beviljas «$p» på de villkor som byggnadsinspektören har föreslagit.

Under diskussionen föreslog Märta Provström, understödd av Gunilla Exempel, att ärendet återremitteras.
Bo Mallikas röstade för förslaget.

**Nämndens beslut:** Nämnden beslutade enligt förslaget. Märta Provström reserverade sig mot beslutet.

## § 97 Undantagslov för strandbyggnad i Terjärv

Bo Mallikas anmälde jäv och lämnade rummet.

Sökande: Exempelstugor Ab, ombud «$p2»

Ansökan gäller en fritidsbyggnad vid Heimsjön. Detaljplanen för Heimsjöstranden 2 tillåter 120 m².

**Nämndens beslut:** Undantag beviljas. Byggnadsinspektör Kaj Exempel föredrog ärendet.

## § 98 Tjänsteinnehavarbeslut

| § | Sökande | Byggplats | Åtgärd |
|---|---|---|---|
| 41 | «$pl» | 288-401-3-12 | Bastu |
| 42 | Kronoby kommun | 288-402-7-4 | Daghem |
| 43 | «$g och $g2 $s» | ‹$sv $n› | Garage |
| 44 | Esse Elektro-Kraft Ab | Väg 749 | Kabel |

## Underskrifter

Gunilla Exempel, ordförande

Stig Provström, sekreterare
"""

ENVIRONMENT_SV = """
## § 12 Miljötillstånd för ett djurstall i Småbönders

**Sökande**

«$p»
‹$sv $n›
68700 Terjärv

**Verksamheten och dess placering**

Stallet ligger på fastigheten 288-404-10-33 i Småbönders by, 4 kilometer från riksväg 8 och 300 meter norr om
Småböndersvägen. Närmaste bostad ligger på 240 meters avstånd. I stallet finns 120 mjölkkor och 80 ungdjur.

**Ansökan**

Ansökan om miljötillstånd kom in den 3 mars 2026 och har kompletterats av «$p» den 2 april 2026.

**Hörande**

Ansökan har kungjorts på kommunens webbplats 7.4–14.5.2026. Södra Österbottens NTM-central har gett utlåtande.
En anmärkning har lämnats in av «$p2», ägare till fastigheten 288-404-10-40. Miljösekreterare Gun Exempel har hållit
syn på platsen.

**Sökandens bemötande**

«$pg» bemötande: lukten minskar när gödseltanken täcks. Tanken rymmer 3000 kubikmeter.

**Beslut**

Byggnads- och miljönämnden beviljar miljötillstånd enligt miljöskyddslagen (527/2014) 27 §. Tillståndet gäller tills vidare.
Avgiften är 2 350 euro enligt taxan som Kommunfullmäktige godkände 12.12.2024.

**Ändringssökande**

Besvär skickas till Vasa förvaltningsdomstol, Korsholmsesplanaden 43, PB 204, 65101 Vasa.

**Delges**

Sökanden, Södra Österbottens NTM-central och Terjärv Byaråd r.f.
"""

AGENDA_SV = """
Nämnden sammanträder onsdagen den 18 november 2026 klockan 16.30 på Kommungården, Säbråvägen 2.

| § | Ärende | Sökande | Fastighet |
|---|---|---|---|
| 96 | Bygglov, stall | «$p» | 288-401-3-12 |
| 97 | Undantag, fritidshus | «$pl» | 288-404-10-33 |
| 98 | Rivningslov, hall | Exempelhall Ab | 288-403-1-9 |
| 99 | Marktäktstillstånd | Terjärv Sand Ab | 288-402-7-4 |

Föredragande: byggnadsinspektör Kaj Exempel

1. Bygglov, «$p»
2. Bygglov, Kronoby kommun, Terjärv skola
3. Rivning av uthus, ‹$sv $n›
4. Marktäkt på lägenheten Storsveden 5:23
5. Förlängning av tillstånd, «$p2»
6. Utlåtande om delgeneralplanen för Kvarnbacken 2
7. Belysning på Jakobstadsvägen och regionalväg 740
"""

NEWS_SV = """
Kommunens hundrade bygglov för i år är beviljat. Det gick till «$p», som bygger ett egnahemshus på ‹$sv $n›.

– Roligt att så många vill bygga, säger byggnadsinspektör Kaj Exempel.

Under året har Byggnadstillsynen behandlat 64 ansökningar i Kronoby, 21 i Terjärv och 15 i Nedervetil. De flesta gäller
garage, bastur och uthus. Fingrid Oyj och Elisa Abp har fått lov för två master.

– Ansök om lov i god tid före sommaren, påminner Kaj Exempel.

## Så ansöker du

Ansökan görs i tjänsten Lupapiste. Du kan också besöka Kommungården, Säbråvägen 2, 68500 Kronoby. Den 6 december är det
stängt. Kontaktperson: Kaj Exempel.

Foto: Gunilla Exempel
"""

INSPECTOR_FI = """
*Esimerkkisisältöä: asia on keksitty.*

# Viranhaltijapäätös, rakennustarkastaja § 45/2026

Päätöksentekijä: rakennustarkastaja Kai Esimerkki

**Lupatunnus:** 26-0123-R
**Hakija:** «$f» ja «$f2»
**Osoite:** ‹$sf $n, 68500 Kruunupyy›
**Rakennuspaikka:** 288-401-3-12, Esimerkkilä 3:12
**Toimenpide:** Omakotitalon rakentaminen
**Kerrosala:** 156 m², tilavuus 540 m³
**Vastaava työnjohtaja:** «$fl»
**Pääsuunnittelija:** rakennusinsinööri «$f»

Naapuri «$f2» on antanut suostumuksensa. Tie 749 kulkee 12 metrin päässä.

Päätös: Myönnän hakijalle rakennusluvan rakentamislain 42 §:n nojalla. Työt on aloitettava kolmen vuoden kuluessa.

Päätös annetaan julkipanon jälkeen 5.11.2026. Asiakirjat ovat kunnantalolla, Säbråvägen 2, 68500 Kruunupyy.

Kai Esimerkki
rakennustarkastaja

Tiedoksi: «$f»
"""

COMMITTEE_FI = """
## Läsnäolijat

| Nimi | Tehtävä |
|---|---|
| Riitta Esimerkki | puheenjohtaja |
| Pekka Mallikas | jäsen (esteellinen § 97, rakennuslupa) |

Muut läsnäolijat: Kai Esimerkki, rakennustarkastaja, esittelijä

## § 94 Kokouksen laillisuus ja päätösvaltaisuus

Riitta Esimerkki avasi kokouksen ja totesi sen lailliseksi.

## § 95 Pöytäkirjantarkastajat

Pöytäkirjantarkastajiksi valittiin Pekka Mallikas ja Riitta Esimerkki.

## § 96 Rakennuslupa, «$f»

Valmistelu: rakennustarkastaja Kai Esimerkki

«$f» hakee rakennuslupaa navetan laajennukselle osoitteeseen ‹$sf $n›. Naapurin «$f2g» huomautus koskee etäisyyttä, joka
on 140 metriä. Yhdystie 7481 kulkee tilan ohi.

Esittelijän ehdotus: Rakennuslupa myönnetään «$f_a».

Keskustelussa Pekka Mallikas ehdotti Riitta Esimerkin kannattamana, että asia palautetaan.

**Lautakunnan päätös:** Lautakunta päätti ehdotuksen mukaan. Pekka Mallikas jätti eriävän mielipiteen.

## § 97 Poikkeamislupa rantarakennukselle Teerijärvellä

Pekka Mallikas ilmoitti olevansa esteellinen ja poistui.

Hakija: Esimerkkimökit Oy, asiamies «$f2»

Asemakaava Malliranta 2 sallii 120 m². Rakennustarkastaja Kai Esimerkki esitteli asian.

## § 98 Viranhaltijapäätökset

| § | Hakija | Rakennuspaikka | Toimenpide |
|---|---|---|---|
| 41 | «$fl» | 288-401-3-12 | Sauna |
| 42 | Kruunupyyn kunta | 288-402-7-4 | Päiväkoti |
| 43 | «$g3 ja $g4 $fs» | ‹$sf $n› | Autotalli |
| 44 | Kokkolan Energia Oy | Tie 749 | Kaapeli |
"""

ENVIRONMENT_FI = """
## § 12 Maa-aineslupa ja ympäristölupa murskaamolle

**Hakija:** Mallisora Ky, yhteyshenkilö «$f»

**Toiminta ja sen sijainti**

Ottamisalue on tilalla Esimerkkilä 5:23 Alavetelin kylässä, 4 kilometriä valtatie 8:lta ja 300 metriä Alavetelintieltä.
Alueen pinta-ala on 6 hehtaaria ja ottomäärä 15000 kuutiometriä vuodessa.

**Kuuleminen**

Hakemuksesta on kuulutettu kunnan verkkosivuilla 7.4.–14.5.2026. Etelä-Pohjanmaan ELY-keskus on antanut lausunnon.
Muistutuksen jätti «$f2», ‹$sf $n›. Hakemusta vastusti myös kiinteistön 288-404-10-40 omistaja «$fl».

**Hakijan vastine**

Hakijan mukaan pöly ei leviä asuinrakennuksiin. Vakuus on 12500 euroa.

**Ratkaisu**

Rakennus- ja ympäristölautakunta myöntää luvan. Lupa on voimassa 31.12.2036 saakka.

**Valitusosoitus**

Valitus toimitetaan Vaasan hallinto-oikeuteen, Korsholmanpuistikko 43, PL 204, 65101 Vaasa.

**Tiedoksi**

Hakija, Etelä-Pohjanmaan ELY-keskus ja Alavetelin kotiseutuyhdistys ry
"""

NEWS_FI = """
Kunnan sadas rakennuslupa tänä vuonna on myönnetty. Sen sai «$f», joka rakentaa omakotitalon osoitteeseen ‹$sf $n›.

– Mukavaa, että niin moni haluaa rakentaa, sanoo rakennustarkastaja Kai Esimerkki.

Vuoden aikana Rakennusvalvonta on käsitellyt 64 hakemusta Kruunupyyssä ja 21 Teerijärvellä. Useimmat koskevat saunoja ja
autotalleja. Fingrid Oyj ja Elisa Oyj ovat saaneet luvan kahdelle mastolle.

– Hakekaa lupaa ajoissa ennen kesää, Kai Esimerkki muistuttaa.

## Näin haet

Hakemus tehdään Lupapisteessä. Voit myös käydä kunnantalolla, Säbråvägen 2, 68500 Kruunupyy. Lisätietoja: Kai Esimerkki.

Kuva: Riitta Esimerkki
"""

KINDS = {
    "whole documents": [
        INSPECTOR_SV,
        COMMITTEE_SV,
        ENVIRONMENT_SV,
        AGENDA_SV,
        COMMITTEE_FI,
        INSPECTOR_FI,
        NEWS_SV,
        NEWS_FI,
        ENVIRONMENT_FI,
    ],
}
