import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import type { NextRequest } from "next/server";
import { decode, getToken } from "next-auth/jwt";
import { cache } from "react";
import { ADDRESS_HEADER, ownPath } from "@/lib/access/own-path";
import { personCtx } from "@/lib/access/person-ctx";
import { personOf, type SignedInPerson } from "@/lib/access/session";
import type { Ctx } from "@/lib/context";
import { env } from "@/lib/env";
import { routes } from "@/lib/routes";
import { runtime } from "@/lib/runtime";

export interface SignedIn {
  person: SignedInPerson;
  ctx: Ctx;
  token: string;
}

/** Who is signed in, decided by the sessions table, once per request; null for nobody. */
export const signedIn = cache(async (): Promise<SignedIn | null> => {
  const token = await tokenOfCookie();
  if (!token) return null;
  const opened = await runtime();
  const person = await personOf(opened.db, token);
  return person && { person, ctx: personCtx(opened, person), token };
});

/** Only opens the cookie. A page cannot set one, so renewing it here, as a session route does, would be for nothing. */
async function tokenOfCookie(): Promise<string | undefined> {
  const secret = env().NEXTAUTH_SECRET;
  const sealed = await getToken({ req: asRequest(await cookies()), secret, raw: true });
  if (!sealed) return undefined;
  const known = opened.get(sealed);
  if (known && known.until > Date.now()) return known.token;
  const found = await decode({ token: sealed, secret }).catch(() => null);
  if (!found?.token) return undefined;
  if (opened.size >= MOST_OPENED) opened.clear();
  opened.set(sealed, { token: found.token, until: Number(found.exp ?? 0) * 1000 });
  return found.token;
}

/**
 * What a cookie holds never changes, and opening one costs more than asking the sessions table, which alone says
 * whether it still counts.
 */
const opened = new Map<string, { token: string; until: number }>();
const MOST_OPENED = 1_000;

/** Safe, for of a request `getToken` looks at nothing but the cookies and one header, which a person does not send. */
const asRequest = (jar: Awaited<ReturnType<typeof cookies>>) =>
  ({ cookies: jar, headers: {} }) as unknown as NextRequest;

/** The signed-in person of a page; nobody is sent to sign in. */
export async function requireSignedIn(): Promise<SignedIn> {
  const found = await signedIn();
  if (!found) redirect(routes.signIn(ownPath((await headers()).get(ADDRESS_HEADER))));
  return found;
}
