import { render } from 'preact';
import { App } from './app';
import { followLinks } from './router';
import './styles/base.css';
import './styles/shell.css';
import './styles/source.css';
import './styles/dossier.css';
import './styles/pages.css';
import './styles/print.css';

document.addEventListener('click', followLinks);
render(<App />, document.getElementById('desk') as HTMLElement);
