/** A small generator of its own, so that every run fills the same rows. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const split = (text: string) => text.split(" ");

// The commonest first, as the two countries' statistics have them.
const danishFirst = split(
  "Peter Anne Michael Kirsten Lars Mette Jens Hanne Thomas Anna Henrik Helle Søren Susanne Christian Lene Martin Maria Jan Marianne Morten Lone Jesper Camilla Anders Pia Niels Louise Mads Charlotte Rasmus Inge Per Bente Hans Gitte Jørgen Tina Mikkel Karen Frederik Ida Kim Emma Ole Jette Simon Sofie Daniel Line Jacob Birgitte Mathias Julie Magnus Trine Emil Inger Kasper Cecilie Oliver Ulla William Laura Bent Maja Erik Sara Torben Sanne Claus Christina Kristian Rikke Lasse Dorthe Poul Annette Nikolaj Katrine Finn Heidi Jonas Signe Tobias Vibeke Alexander Freja Carsten Amalie Brian Nanna Steen Josefine Bjarne Astrid Flemming Malene Gustav Emilie Åse Øjvind Ægir Asbjørn Thorbjørn Kjeld Åge",
);
const danishLast = split(
  "Nielsen Jensen Hansen Andersen Pedersen Christensen Larsen Sørensen Rasmussen Jørgensen Petersen Madsen Kristensen Olsen Thomsen Christiansen Poulsen Johansen Møller Mortensen Knudsen Jakobsen Jacobsen Mikkelsen Olesen Frederiksen Laursen Henriksen Lund Schmidt Eriksen Holm Kristiansen Clausen Simonsen Svendsen Andreasen Iversen Jeppesen Mogensen Jespersen Nissen Lauridsen Frandsen Østergaard Jepsen Kjær Carlsen Vestergaard Jessen Nørgaard Dahl Christoffersen Skov Søndergaard Bertelsen Bruun Lassen Bach Gregersen Friis Johnsen Steffensen Kjeldsen Bech Krogh Lauritsen Danielsen Mathiesen Andresen Brandt Winther Toft Ravn Mathiasen Dam Holst Nilsson Lind Berg Schou Overgaard Kristoffersen Schultz Klausen Karlsen Paulsen Hermansen Thorsen Koch Thygesen Bak Kruse Bang Juhl Davidsen Berthelsen Nygaard Lorentzen Villadsen Lorenzen Damgaard Bjerregaard Lange Hedegaard Bendtsen Lauritzen Svensson Justesen Juul Hald Beck Kofoed Søgaard Meyer Kjærgaard Riis Johannsen Carstensen Bonde Ibsen Fischer Andersson Bundgaard Johannesen Eskildsen Hemmingsen Andreassen Thomassen Schrøder Persson Hjorth Enevoldsen Nguyen Henningsen Jønsson Olsson Asmussen Michelsen Vinther Markussen Kragh Thøgersen Johansson Dalsgaard Gade Bjerre Ali Laustsen Buch Ludvigsen Hougaard Kirkegaard Marcussen Mølgaard Ipsen Sommer Ottosen Müller Krog Hoffmann Clemmensen Nikolajsen Brodersen Therkildsen Leth Michaelsen Graversen Frost Dalgaard Albertsen Laugesen Due Ebbesen Munch Svenningsen Ottesen Fisker Albrechtsen Axelsen Erichsen Sloth Bentsen Westergaard Bisgaard Nicolaisen Magnussen Thuesen Brink Jørgensen Khan Bagger Jonassen Hjort Lykke Bendixen Kaas",
);
const dutchFirst = split(
  "Johannes Maria Jan Anna Cornelis Johanna Pieter Elisabeth Willem Cornelia Hendrik Wilhelmina Jacobus Hendrika Gerrit Catharina Petrus Adriana Adrianus Margaretha Dirk Petronella Theodorus Jacoba Franciscus Emma Martinus Julia Antonius Sophie Daan Tess Sem Sara Bram Lotte Lucas Fleur Milan Eva Thijs Sanne Ruben Iris Jesse Noor Lars Femke Tim Anouk Stijn Lisa Sven Marloes Jeroen Marieke Bas Ilse Maarten Esther Wouter Ingrid Joost Mirjam Sander Yvonne Koen Astrid Niels Renée Zoë André Loïs Chloë Jurriën",
);
const dutchLast = split(
  "de|Jong Jansen de|Vries van|den|Berg van|Dijk Bakker Janssen Visser Smit Meijer de|Boer Mulder de|Groot Bos Vos Peters Hendriks van|Leeuwen Dekker Brouwer de|Wit Dijkstra Smits de|Graaf van|der|Meer van|der|Linden Kok Jacobs de|Haan Vermeulen van|den|Heuvel van|der|Veen van|den|Broek de|Bruijn de|Bruin van|der|Heijden Schouten van|Beek Willems van|Vliet van|de|Ven Hoekstra Maas Verhoeven Koster van|Dam van|der|Wal Prins Blom Huisman Peeters de|Jonge Kuipers van|Veen Post Kuiper Veenstra Kramer van|den|Brink Scholten van|Wijk Postma Martens Vink de|Ruiter Timmermans Groen Gerritsen Jonker van|Loon Boer van|der|Velde Willemsen Smeets de|Lange de|Vos van|Dongen Schipper de|Koning van|der|Laan Koning van|der|Velden Driessen van|Doorn Hermans Evers van|den|Bosch van|der|Meulen Hofman Bosman Wolters Sanders van|der|Horst Mol Kuijpers Molenaar van|de|Pol de|Leeuw Verbeek de|Kok Hoeksma Ter|Horst 't|Hart",
);
const starts = split(
  "Aa Al Bak Ber Birk Blå Bro Dal Eg Elle Fal Ged Gran Hav Hede Hol Høj Kær Kar Kil Kirk Kro Lille Lyng Mark Møl Nør Oster Over Pil Ram Rav Ros Sand Skov Sol Sten Stor Sø Thor Tov Ulv Vang Vest Vind Østr Åst",
);
const ends = split(
  "gaard by holm lund strup rup toft berg dal bæk kjær skov mark sen sted lev inge borg feldt hus vang sig slet mose bjerg holt",
);
const trades = split(
  "Ejendomme Tømrer Byg VVS El Transport Consult Invest Bageri Boligforening Andelsboligforeningen Varmeværk Installatie Bouw Techniek Beheer Handel Advies",
);
const forms = split("ApS A/S I/S BV B.V. NV VOF Holding");

export interface Made {
  name: string;
  company: boolean;
  dutch: boolean;
}

/** As names are: a few that nearly everybody has, and very many that hardly anybody has. */
export function madeName(draw: () => number): Made {
  const common = (list: readonly string[]) => list[Math.floor(draw() ** 2.4 * list.length)] ?? "";
  const any = (list: readonly string[]) => list[Math.floor(draw() * list.length)] ?? "";
  const rare = () => `${any(starts)}${any(ends)}${draw() < 0.5 ? any(ends) : ""}`;
  const dutch = draw() < 0.35;
  if (draw() < 0.08) return { name: `${rare()} ${any(trades)} ${any(forms)}`, company: true, dutch };
  const first = common(dutch ? dutchFirst : danishFirst);
  const known = common(dutch ? dutchLast : danishLast).replaceAll("|", " ");
  const last = draw() < 0.18 ? rare() : known;
  const between =
    draw() < (dutch ? 0.1 : 0.45) ? ` ${draw() < 0.5 ? common(danishFirst) : common(danishLast)}` : "";
  return { name: `${first}${between} ${last}`, company: false, dutch };
}
