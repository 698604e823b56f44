interface Forms {
  text: string;
  html: string;
}

/**
 * Copies what is being prepared, as text and, when `rich`, as HTML. It begins at once: a browser lets a page copy for some
 * seconds after a click, and preparing may take longer.
 */
export async function writeClipboard(forms: Promise<Forms>, rich: boolean): Promise<void> {
  const toBlob = (kind: keyof Forms, type: string) => forms.then((each) => new Blob([each[kind]], { type }));
  await navigator.clipboard.write([
    new ClipboardItem({
      'text/plain': toBlob('text', 'text/plain'),
      ...(rich && { 'text/html': toBlob('html', 'text/html') }),
    }),
  ]);
}
