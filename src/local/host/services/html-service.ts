/** Pages for the sidebar. */
import { ServiceError } from '../errors.ts';
import { Service, ServiceOf } from '../service.ts';

export class HtmlService extends Service {
  createHtmlOutput(html: unknown = ''): HtmlOutput {
    return new HtmlOutput(this.run, String(html));
  }

  createHtmlOutputFromFile(filename: unknown): HtmlOutput {
    const name = String(filename).replace(/\.html$/, '');
    const html = this.run.html[name];
    if (html === undefined) throw new ServiceError(`No HTML file named ${name} was found.`);
    return new HtmlOutput(this.run, html);
  }
}

/** One page. `state` is its HTML. */
export class HtmlOutput extends ServiceOf<string> {
  title = '';

  getContent(): string {
    return this.state;
  }

  setTitle(title: unknown): this {
    this.title = String(title);
    return this;
  }
}
