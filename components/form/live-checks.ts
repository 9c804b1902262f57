"use client";

import { createContext } from "react";
import type { FieldCheck } from "@/components/form/check-text";

/** What was found out, while the reader types, about fields that were changed since the form's last answer. */
export const LiveChecksContext = createContext<Readonly<Record<string, FieldCheck>>>({});
