import { redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { cache } from "react";
import { authOptions } from "@/lib/access/auth-options";
import { personCtx } from "@/lib/access/person-ctx";
import { type Person, personOf } from "@/lib/access/session";
import type { Ctx } from "@/lib/context";
import { routes } from "@/lib/routes";
import { runtime } from "@/lib/runtime";

export interface SignedIn {
  person: Person;
  ctx: Ctx;
  token: string;
}

/** Who is signed in, decided by the sessions table, once per request; null for nobody. */
export const signedIn = cache(async (): Promise<SignedIn | null> => {
  const session = await getServerSession(authOptions);
  if (!session?.token) return null;
  const opened = await runtime();
  const person = await personOf(opened.db, session.token);
  return person && { person, ctx: personCtx(opened, person), token: session.token };
});

/** The signed-in person of a page; nobody is sent to sign in. */
export async function requireSignedIn(): Promise<SignedIn> {
  const found = await signedIn();
  if (!found) redirect(routes.signIn());
  return found;
}
