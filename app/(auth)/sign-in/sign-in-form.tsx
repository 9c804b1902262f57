"use client";

import { signIn } from "next-auth/react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";

export interface SignInWords {
  email: string;
  password: string;
  submit: string;
  wrong: string;
  unreachable: string;
}

/** E-mail and password; every way of being wrong gets the same sentence, and the e-mail stays. */
export function SignInForm({ words, to }: { words: SignInWords; to: string }) {
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);

  async function submit(data: FormData) {
    setBusy(true);
    setProblem("");
    try {
      const answer = await signIn("credentials", {
        email: String(data.get("email")),
        password: String(data.get("password")),
        redirect: false,
      });
      // A whole new page: nothing of an earlier person stays in memory.
      if (answer?.ok) window.location.assign(to);
      else setProblem(words.wrong);
    } catch {
      setProblem(words.unreachable);
    }
    setBusy(false);
  }

  return (
    <form
      className="sign-in"
      onSubmit={(event) => {
        event.preventDefault();
        submit(new FormData(event.currentTarget));
      }}
    >
      <p role="alert" className="sign-in-problem">
        {problem}
      </p>
      <label htmlFor="email">{words.email}</label>
      <TextInput id="email" name="email" type="email" autoComplete="username" required />
      <label htmlFor="password">{words.password}</label>
      <TextInput id="password" name="password" type="password" autoComplete="current-password" required />
      <Button type="submit" look="solid" disabled={busy}>
        {words.submit}
      </Button>
    </form>
  );
}
