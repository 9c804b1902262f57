import { describe, expect, it } from "vitest";
import { openSimulator, rowsOf, textOf } from "./testing";

const NOW = "2024-04-15T09:12:44Z";
const numbers = { cvrNumber: "10203040", pbsNumber: "01234567", creditorNumber: "01234567" };

describe("agreements", () => {
  it("registers a Pending one that becomes Active after four banking days", async () => {
    const desk = await openSimulator("2024-04-25T09:00:00Z");
    const made = await desk.call("POST", "/merchants/agreements", {
      Scheme: "nets-bs",
      SchemeData: { CvrNumber: "10203040", pbsNumber: "01234567", creditornumber: "01234567" },
      Test: true,
    });
    expect(made.status).toBe(200);
    expect(made.body).toEqual({
      handle: expect.stringMatching(/^am_[A-Za-z0-9]{24}$/),
      scheme: "nets-bs",
      test: true,
      state: "Pending",
      metaData: {
        CvrNumber: "10203040",
        PbsNumber: "01234567",
        CreditorNumber: "01234567",
        AgreementType: "standard",
      },
    });
    const path = `/merchants/agreements/${textOf(made.body, "handle")}`;
    await desk.setClock("2024-04-30T21:00:00Z");
    expect((await desk.call("GET", path)).body.state).toBe("Pending");
    await desk.setClock("2024-05-01T12:00:00Z");
    expect((await desk.call("GET", path)).body.state).toBe("Active");
    expect(rowsOf(await desk.call("GET", "/merchants/agreements"))).toHaveLength(1);
  });
  it.each([
    ["no scheme", { schemeData: numbers }],
    ["an unknown scheme", { scheme: "sepa", schemeData: numbers }],
    ["no scheme data", { scheme: "nets-bs" }],
    ["a CVR number of 7 digits", { scheme: "nets-bs", schemeData: { ...numbers, cvrNumber: "1020304" } }],
    ["a PBS number as a number", { scheme: "nets-bs", schemeData: { ...numbers, pbsNumber: 12345678 } }],
    ["an unknown type", { scheme: "nets-bs", schemeData: { ...numbers, agreementType: "half" } }],
    ["test as text", { scheme: "nets-bs", schemeData: numbers, test: "true" }],
  ])("refuses %s with 422", async (_, body) => {
    const desk = await openSimulator(NOW);
    expect((await desk.call("POST", "/merchants/agreements", body)).status).toBe(422);
  });
  it("is live unless test is asked for", async () => {
    const desk = await openSimulator(NOW);
    const schemeData = { CvrNumber: "10203040", CreditorNumber: "12345" };
    const made = await desk.call("POST", "/merchants/agreements", { scheme: "nets-ls", schemeData });
    expect(made.body).toMatchObject({ test: false, metaData: schemeData });
  });
  it("takes no mandate before the scheme has confirmed it, nor after it was terminated", async () => {
    const desk = await openSimulator(NOW);
    const made = await desk.call("POST", "/merchants/agreements", { scheme: "nets-bs", schemeData: numbers });
    const agreement = textOf(made.body, "handle");
    const signUp = () => desk.control("mandates", { agreement, customerNumber: "1" });
    expect((await signUp()).status).toBe(422);
    await desk.control(`agreements/${agreement}/activate`);
    expect((await desk.control(`agreements/${agreement}/activate`)).status).toBe(422);
    expect((await signUp()).status).toBe(200);
    await desk.control(`agreements/${agreement}/terminate`);
    expect((await desk.control("mandates", { agreement, customerNumber: "2" })).status).toBe(422);
    expect((await desk.call("GET", `/merchants/agreements/${agreement}`)).body.state).toBe("InActive");
  });
});
