"use client";

import english from "@/messages/en/failure.json";
import chinese from "@/messages/zh-CN/failure.json";

type Props = { error: Error & { digest?: string }; retry: () => void };

const STYLE = {
  maxWidth: 560,
  margin: "20vh auto 0",
  padding: 24,
  color: "#1F2328",
  font: '16px/1.75 -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", sans-serif',
};

/** The last resort when the outermost layout itself fails: no language is known, so it speaks both. */
export default function GlobalError({ error, retry }: Props) {
  return (
    <html lang="zh-CN">
      <body style={{ background: "#F7F7F5", margin: 0 }}>
        <main style={STYLE}>
          <title>{chinese.title}</title>
          <h1 style={{ fontSize: 22 }}>{chinese.title}</h1>
          <p>{chinese.why}</p>
          <p lang="en">{english.why}</p>
          {error.digest ? <p>{error.digest}</p> : null}
          <button onClick={retry} style={{ font: "inherit", minHeight: 44, padding: "0 16px" }} type="button">
            {chinese.retry} <span lang="en">{english.retry}</span>
          </button>
        </main>
      </body>
    </html>
  );
}
