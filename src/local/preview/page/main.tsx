/** Starts the preview's page: a spreadsheet window around the grid. */
import { render } from 'preact';
import { App } from './app.tsx';
import { bookNow } from './session.ts';

const root = document.getElementById('app');
if (root !== null) {
  const { body } = document;
  try {
    render(<App book={await bookNow()} />, root);
  } catch (error) {
    body.dataset.state = 'failed';
    root.textContent = '미리보기를 열지 못했습니다. 명령을 실행한 창에 나온 주소를 다시 열어 주세요.';
    throw error;
  }
}
