import type { ComponentChildren } from 'preact';

interface NoticeProps {
  title: string;
  text?: string;
  /** What could be done about it. */
  children?: ComponentChildren;
}

/** What stands where there is nothing to show. */
export function Notice({ title, text, children }: NoticeProps) {
  return (
    <section class="empty">
      <h2>{title}</h2>
      {text && <p>{text}</p>}
      {children && <p class="choices">{children}</p>}
    </section>
  );
}
