"use client";

import { createContext } from "react";
import { type FormState, idleForm } from "@/components/form/form-state";

/** The last answer of the action of the form that the reader stands in, and whether one is awaited. */
export const FormContext = createContext<{ state: FormState; pending: boolean }>({
  state: idleForm,
  pending: false,
});

/** Begins the ids of a form's fields; a dialog has its own, so that two of them may ask for the same name. */
export const FieldScope = createContext("field");

/** Lets a form inside a dialog close it when it is done. */
export const DialogContext = createContext<(() => void) | null>(null);
