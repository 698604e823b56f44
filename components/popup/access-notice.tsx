import type { PopupWords } from '@/core/words/popup';

interface AccessNoticeProps {
  /** True after the reader was asked and said no. */
  denied: boolean;
  words: PopupWords;
  onAllow: () => void;
}

/** Says that the browser withholds arXiv from us, and asks for it in the click. */
export function AccessNotice({ denied, words, onAllow }: AccessNoticeProps) {
  return (
    <section class="notice" role="alert">
      <p>{denied ? words.accessDenied : words.accessText}</p>
      <button type="button" class="button" onClick={onAllow}>
        {words.accessAllow}
      </button>
    </section>
  );
}
