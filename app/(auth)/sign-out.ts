"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { signedIn } from "@/app/session";
import { endSession } from "@/lib/access/session";
import { routes } from "@/lib/routes";
import { runtime } from "@/lib/runtime";

const sessionCookies = ["next-auth.session-token", "__Secure-next-auth.session-token"];

/** Ends the session everywhere at once and forgets its cookie. */
export async function signOut(): Promise<void> {
  const found = await signedIn();
  if (found) await endSession((await runtime()).db, found.token);
  const store = await cookies();
  for (const name of sessionCookies) store.delete(name);
  redirect(routes.signIn());
}
