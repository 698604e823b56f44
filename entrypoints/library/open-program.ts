const FRAME = 'program';

/**
 * Asks the browser to open the program that an address belongs to. To be called in a click.
 *
 * Firefox puts an error page in the place of ours where no program is known; in a frame of its own, nobody sees that page.
 * Chromium says nothing and leaves the page alone.
 */
export function openProgram(uri: string): void {
  const link = document.createElement('a');
  link.href = uri;
  if (import.meta.env.FIREFOX) {
    document.querySelector(`iframe[name=${FRAME}]`)?.remove();
    const frame = document.createElement('iframe');
    frame.name = FRAME;
    frame.hidden = true;
    document.body.append(frame);
    link.target = FRAME;
  }
  link.click();
}
