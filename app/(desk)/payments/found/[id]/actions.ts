"use server";

import { runForm } from "@/app/form-action";
import type { FormState } from "@/components/form/form-state";
import { adoptFromTask } from "@/lib/comparison/adopt-from-task";
import { routes } from "@/lib/routes";

/** Takes a payment that is only there into the books, and shows it. Sends `task` and `reason`. */
export async function adoptFoundAction(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, async (ctx, { task = "", reason = "" }) => ({
    to: routes.payment(await adoptFromTask(ctx, { taskId: task, reason })),
  }));
}
