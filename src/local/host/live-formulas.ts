import type { DocumentState } from './document.ts';
export function recalculate(_document: DocumentState): void {}
