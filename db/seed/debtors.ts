/** Invented people and companies. */
export interface SeedDebtor {
  name: string;
  number: string;
  kind?: "company";
}

export interface BsDebtor extends SeedDebtor {
  /**
   * From the national series of test numbers, which are given to nobody:
   * https://medcom.dk/standarder/tabeller/nationale-test-cpr-numre/
   */
  cpr: string;
  /** Its last four digits tell the simulator's story; see its README. */
  account: string;
}

export interface PaynlDebtor extends SeedDebtor {
  /** From the simulator's list, where each account has its story. */
  iban: string;
  /** Of the first debit, which PAY. makes with the mandate; its cents may tell a story too. */
  first: string;
}

export const bsDebtors: readonly BsDebtor[] = [
  { name: "Birthe Elkjærsen", number: "100101", cpr: "2512489996", account: "0040 0440110101" },
  { name: "Flemming Rørbæk", number: "100102", cpr: "0201609995", account: "0040 0440110102" },
  { name: "Kirstine Vadgård", number: "100103", cpr: "0108629996", account: "0040 0440110103" },
  { name: "Poul-Erik Skovmose", number: "100104", cpr: "0108589995", account: "0040 0440110104" },
  { name: "Anne Mette Hjortlund", number: "100105", cpr: "0201609996", account: "0040 0440110105" },
  { name: "Thøger Brinkholm", number: "100106", cpr: "1502779995", account: "0040 0440110106" },
  { name: "Signe Ågesen", number: "100107", cpr: "2911829996", account: "0040 0440110107" },
  { name: "Henning Kjærulf", number: "100108", cpr: "2509479989", account: "0040 0440110002" },
  { name: "Lone Østerbro Krag", number: "100109", cpr: "1509819996", account: "0040 0440110004" },
  { name: "Rasmus Fuglede", number: "100110", cpr: "1502799995", account: "0040 0440110005" },
  { name: "Dorthe Langmose", number: "100111", cpr: "0506889996", account: "0040 0440110009" },
  { name: "Mikkel Stubdrup", number: "100112", cpr: "1502829995", account: "0040 0440110112" },
  { name: "Ellen Bøgelund", number: "100113", cpr: "2103009996", account: "0040 0440110113" },
];

export const debitDirectDebtors: readonly SeedDebtor[] = [
  { name: "Aksel Nørrevang", number: "200201" },
  { name: "Bodil Tjørnelund", number: "200202" },
  { name: "Christian Egeskov-Holm", number: "200203" },
  { name: "Ditte Kærsgaard", number: "200204" },
  { name: "Halmstrup Bageri ApS", number: "200205", kind: "company" },
  { name: "Esben Lyngbæk", number: "200206" },
  { name: "Grethe Rosenlund", number: "200207" },
  { name: "Ivan Søndermark", number: "200208" },
  { name: "Jytte Bjerregrav", number: "200209" },
  { name: "Kasper Vintersborg", number: "200210" },
  { name: "Andelsboligforeningen Tøndehøj", number: "200211", kind: "company" },
  { name: "Laura Hedemark", number: "200212" },
  { name: "Morten Gammelgård", number: "200213" },
  { name: "Nanna Kildevæld", number: "200214" },
  { name: "Ove Steensbjerg", number: "200215" },
  { name: "Petra Åkjær", number: "200216" },
];

export const paynlDebtors: readonly PaynlDebtor[] = [
  { name: "Annelies van der Meulen", number: "300301", iban: "NL28INGB0000000001", first: "48,50" },
  { name: "Bram Hoekstra", number: "300302", iban: "NL28INGB0000000001", first: "52,00" },
  { name: "Cornelia de Wit", number: "300303", iban: "NL46RABO0000000003", first: "61,25" },
  { name: "Dirk-Jan Veldkamp", number: "300304", iban: "NL75ASNB0000000006", first: "44,75" },
  { name: "Eefje Zandstra", number: "300305", iban: "NL97REVO0000000007", first: "39,90" },
  { name: "Floris Brouwershaven", number: "300306", iban: "NL31ABNA0000000002", first: "55,20" },
  { name: "Grietje Oosterhof", number: "300307", iban: "NL95BUNQ0000000004", first: "47,80" },
  { name: "Hendrik Lammers", number: "300308", iban: "NL28INGB0000000001", first: "58,03" },
  { name: "Isabel Roozendaal", number: "300309", iban: "NL28INGB0000000001", first: "42,50" },
  { name: "Jelle Ketelaar", number: "300310", iban: "NL28INGB0000000001", first: "63,40" },
  {
    name: "Bakkerij Kuipers V.O.F.",
    number: "300311",
    kind: "company",
    iban: "NL28INGB0000000001",
    first: "120,00",
  },
];
