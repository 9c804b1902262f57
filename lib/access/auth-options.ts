import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { runtime } from "@/lib/runtime";
import { endSession } from "./session";
import { signIn } from "./sign-in";

declare module "next-auth" {
  interface Session {
    token?: string;
  }
  interface User {
    token: string;
  }
}
declare module "next-auth/jwt" {
  interface JWT {
    token?: string;
  }
}

/** The cookie carries an opaque token; whether it is still good is decided by the sessions table, at each request. */
export const authOptions: NextAuthOptions = {
  session: { strategy: "jwt", maxAge: 12 * 3600 },
  pages: { signIn: "/sign-in" },
  providers: [
    Credentials({
      credentials: { email: { type: "email" }, password: { type: "password" } },
      async authorize(given) {
        if (!given?.email || !given.password) return null;
        const { db } = await runtime();
        const signedIn = await signIn(db, given.email, given.password);
        return signedIn && { id: signedIn.userId, name: signedIn.name, token: signedIn.token };
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => (user ? { ...token, token: user.token } : token),
    session: ({ session, token }) => (token.token ? { ...session, token: token.token } : session),
  },
  events: {
    async signOut({ token }) {
      if (token?.token) await endSession((await runtime()).db, token.token);
    },
  },
};
