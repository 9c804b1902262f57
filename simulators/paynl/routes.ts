import type { SimAnswer, SimRequest } from "../kit/simulator";
import { signedIn } from "./auth";
import { addDebit, getDebit, listDebits } from "./debits";
import { payError } from "./errors";
import { createMandate, deleteMandate, getMandate, listMandates } from "./mandates";
import { catchUp } from "./progress";
import { refundDebit } from "./refunds";
import type { Credential, World } from "./state";

interface Call {
  world: World;
  credential: Credential;
  /** What the path names: `IO-…`, `IL-…`, an order. */
  code: string;
  url: URL;
  body: unknown;
}

interface Route {
  path: RegExp;
  /** Needs the right to direct debits. */
  debits: boolean;
  methods: Partial<Record<string, (call: Call) => SimAnswer>>;
}

const ownAddresses = ["127.0.0.1", "::1"];

const routes: Route[] = [
  {
    path: /^\/v2\/directdebits\/mandates$/,
    debits: true,
    methods: {
      GET: ({ world, credential, url }) => listMandates(world, credential, url),
      POST: ({ world, credential, body }) => createMandate(world, credential, body),
    },
  },
  {
    path: /^\/v2\/directdebits\/mandates\/([^/]+)$/,
    debits: true,
    methods: {
      GET: ({ world, credential, code }) => getMandate(world, credential, code),
      DELETE: ({ world, credential, code }) => deleteMandate(world, credential, code),
    },
  },
  {
    path: /^\/v2\/directdebits$/,
    debits: true,
    methods: {
      GET: ({ world, credential, url }) => listDebits(world, credential, url),
      POST: ({ world, credential, body }) => addDebit(world, credential, body),
    },
  },
  {
    path: /^\/v2\/directdebits\/([^/]+)$/,
    debits: true,
    methods: { GET: ({ world, credential, code }) => getDebit(world, credential, code) },
  },
  {
    path: /^\/v2\/transactions\/([^/]+)\/refund$/,
    debits: false,
    methods: { PATCH: ({ world, credential, code, body }) => refundDebit(world, credential, code, body) },
  },
  {
    path: /^\/v2\/ispay\/ip$/,
    debits: false,
    methods: {
      GET: ({ world, url }) =>
        ownAddresses.includes(url.searchParams.get("value") ?? "")
          ? { status: 200, body: {} }
          : payError(world.store.state.settings, 404, "Not an address of PAY."),
    },
  },
  {
    path: /^\/v2\/ipaddresses$/,
    debits: false,
    methods: {
      GET: () => ({ status: 200, body: { total: ownAddresses.length, ipAddresses: ownAddresses } }),
    },
  },
];

function accepts(header: string | undefined): boolean {
  return header === undefined || /(application\/json|application\/\*|\*\/\*)/i.test(header);
}

type Parsed = { ok: true; body: unknown } | { ok: false; status: 400 | 415; detail: string };

/** The body as JSON. Only a PATCH may come without one. */
function parsed(request: SimRequest): Parsed {
  if (request.method === "GET" || request.method === "DELETE") return { ok: true, body: undefined };
  if (request.method === "PATCH" && request.raw.length === 0) return { ok: true, body: {} };
  if (!/^application\/json\b/i.test(request.headers["content-type"] ?? ""))
    return { ok: false, status: 415, detail: "Send application/json." };
  try {
    return { ok: true, body: JSON.parse(request.raw.toString("utf8")) };
  } catch {
    return { ok: false, status: 400, detail: "The body is not valid JSON." };
  }
}

/** The API of PAY: what is due by the clock happens first, so that every answer is true at its moment. */
export function handle(world: World, request: SimRequest): SimAnswer {
  catchUp(world);
  const { state } = world.store;
  const refuse = (status: number, detail: string) => payError(state.settings, status, detail);
  const credential = signedIn(state, request.headers.authorization);
  if (!credential) return refuse(401, "The credentials are not valid.");
  for (const route of routes) {
    const match = route.path.exec(request.path);
    if (!match) continue;
    const run = Object.hasOwn(route.methods, request.method) ? route.methods[request.method] : undefined;
    if (!run) {
      const allow = Object.keys(route.methods).join(", ");
      return { ...refuse(405, `Allowed: ${allow}.`), headers: { allow } };
    }
    if (route.debits && !credential.directDebit) return refuse(403, "No right to direct debits.");
    if (!accepts(request.headers.accept)) return refuse(406, "Only application/json can be had.");
    const input = parsed(request);
    if (!input.ok) return refuse(input.status, input.detail);
    return run({ world, credential, code: match[1] ?? "", url: request.url, body: input.body });
  }
  return refuse(404, "Not found.");
}
