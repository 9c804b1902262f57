/** A key to press. Screen readers hear it from `aria-keyshortcuts`, so it is silent beside its button. */
export function Kbd({ children, silent }: { children: string; silent?: boolean }) {
  return (
    <kbd className="key" aria-hidden={silent}>
      {children}
    </kbd>
  );
}
