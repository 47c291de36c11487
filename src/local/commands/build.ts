/** `npm run build`: writes what is pushed into the folder `dist`, and says its edition and sizes. */
import { writeDist } from '../build.ts';

export async function build(): Promise<void> {
  const { code, edition, functions, page } = await writeDist();
  console.log(`공약장부 ${edition}`);
  console.log(`dist/Code.js ${kilobytes(code)}: ${functions.join(', ')}`);
  console.log(`dist/Sidebar.html ${kilobytes(page)}`);
}

function kilobytes(text: string): string {
  return `${(Buffer.byteLength(text) / 1024).toFixed(1)} KB`;
}
