import style from '@/components/popup/here-tools.css?inline';
import { Here } from './here';
import { mountLate } from './mount-late';

/** The reader's own of the current tab's paper. */
export function mountHere(place: HTMLElement, paperId: string): () => void {
  return mountLate(place, <Here id={paperId} />, style);
}
