import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { NextRequest } from "next/server";
import { getToken } from "next-auth/jwt";
import { cache } from "react";
import { personCtx } from "@/lib/access/person-ctx";
import { type Person, personOf } from "@/lib/access/session";
import type { Ctx } from "@/lib/context";
import { env } from "@/lib/env";
import { routes } from "@/lib/routes";
import { runtime } from "@/lib/runtime";

export interface SignedIn {
  person: Person;
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
  const { NEXTAUTH_URL, NEXTAUTH_SECRET } = env();
  const headers = { cookie: (await cookies()).toString() };
  const opened = await getToken({ req: new NextRequest(NEXTAUTH_URL, { headers }), secret: NEXTAUTH_SECRET });
  return opened?.token;
}

/** The signed-in person of a page; nobody is sent to sign in. */
export async function requireSignedIn(): Promise<SignedIn> {
  const found = await signedIn();
  if (!found) redirect(routes.signIn());
  return found;
}
