import { z } from "zod";
import { debtorForm } from "@/lib/debtors/form";
import { endpoint } from "../endpoint";
import { debtorDetail, debtorPage } from "../json/debtor";
import { bodyOf } from "../json/form";
import { idParams, named, pageGiven } from "../json/shapes";
import { sortGiven } from "../json/sort";

export const listDebtorsEndpoint = endpoint({
  method: "GET",
  path: "/debtors",
  id: "listDebtors",
  tag: "Debtors",
  summary: "Debtors, page by page",
  permission: "read",
  status: 200,
  query: z.strictObject({
    kind: z.enum(["person", "company"]).optional(),
    sort: sortGiven(["newest", "name"]),
    ...pageGiven,
  }),
  answer: debtorPage,
});

export const createDebtorEndpoint = endpoint({
  method: "POST",
  path: "/debtors",
  id: "createDebtor",
  tag: "Debtors",
  summary: "Adds a debtor",
  permission: "debtors.write",
  status: 201,
  body: named("NewDebtor", bodyOf(debtorForm)),
  answer: debtorDetail,
});

export const getDebtorEndpoint = endpoint({
  method: "GET",
  path: "/debtors/{id}",
  id: "getDebtor",
  tag: "Debtors",
  summary: "One debtor with the accounts that are known, masked",
  permission: "read",
  status: 200,
  params: idParams,
  answer: debtorDetail,
});
