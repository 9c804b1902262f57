"use client";

import { useRouter } from "next/navigation";
import { type DragEvent, useRef, useState } from "react";
import type { UploadAnswer } from "@/app/api/desk/imports/route";
import { asRoute } from "@/components/ui/as-route";
import { Button } from "@/components/ui/button";
import { Mark } from "@/components/ui/mark";

export interface UploadWords {
  choose: string;
  drop: string;
  hint: string;
  /** With `{name}` for the file's name. */
  sending: string;
  looking: string;
  stop: string;
  lost: string;
  script: string;
}

interface Sending {
  name: string;
  /** Of the bytes; 1 once all have left and the file is being looked at. */
  share: number;
}

/** A file that is chosen or dropped, sent as it is read: it is never whole in memory, here or there. */
export function UploadFile({ url, words }: { url: string; words: UploadWords }) {
  const router = useRouter();
  const [sending, setSending] = useState<Sending | null>(null);
  const [problem, setProblem] = useState("");
  const [over, setOver] = useState(false);
  const request = useRef<XMLHttpRequest>(null);
  const input = useRef<HTMLInputElement>(null);

  const send = (file: File | undefined) => {
    if (!file || sending) return;
    setProblem("");
    setSending({ name: file.name, share: 0 });
    const end = (said: string) => {
      setSending(null);
      setProblem(said);
      if (input.current) input.current.value = "";
    };
    // Only this kind of request tells how much has left.
    const call = new XMLHttpRequest();
    request.current = call;
    call.open("POST", url);
    call.setRequestHeader("x-file-name", encodeURIComponent(file.name));
    call.responseType = "json";
    call.upload.onprogress = ({ loaded, total }) =>
      setSending({ name: file.name, share: total > 0 ? loaded / total : 0 });
    call.onerror = () => end(words.lost);
    call.onabort = () => end("");
    call.onload = () => {
      const answer: UploadAnswer | null = call.response;
      if (answer && "to" in answer) router.push(asRoute(answer.to));
      else end(answer?.problem || words.lost);
    };
    call.send(file);
  };

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    send(event.dataTransfer.files[0]);
  };

  return (
    // Dropping is a second way only; the field itself is there for everybody.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above.
    <div
      className="upload"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {sending ? (
        <UploadProgress sending={sending} words={words} stop={() => request.current?.abort()} />
      ) : (
        <div className="upload-choose">
          <label htmlFor="import-file">{words.choose}</label>
          <input
            ref={input}
            id="import-file"
            className="input input-file"
            type="file"
            accept=".csv,.tsv,.txt,.xlsx"
            aria-describedby="import-file-hint"
            onChange={(event) => send(event.target.files?.[0])}
          />
          <span className="upload-drop">{words.drop}</span>
        </div>
      )}
      <p id="import-file-hint" className="note">
        {words.hint}
      </p>
      <noscript>{words.script}</noscript>
      <p role="alert" className="form-outcome" hidden={problem === ""}>
        {problem === "" ? null : (
          <>
            <Mark name="failed" /> <span>{problem}</span>
          </>
        )}
      </p>
    </div>
  );
}

function UploadProgress({ sending, words, stop }: { sending: Sending; words: UploadWords; stop(): void }) {
  const says = (sending.share < 1 ? words.sending : words.looking).replace("{name}", sending.name);
  return (
    <div className="upload-progress">
      <label htmlFor="import-progress" role="status">
        {says}
      </label>
      <progress id="import-progress" max={1} value={sending.share < 1 ? sending.share : undefined} />
      <Button onClick={stop}>{words.stop}</Button>
    </div>
  );
}
