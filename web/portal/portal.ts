import './portal.css';
import { takeCode } from './code';
import { countCharacters } from './count';
import { keepDraft } from './draft';
import { guardDoubleClick } from './guard';
import { offerButtons } from './offers';
import { switchSize } from './size';

// Every page works without this file; it only makes filling in kinder.
document.documentElement.classList.add('scripted');
document.querySelector<HTMLElement>('.summary')?.focus();
switchSize();
takeCode();
countCharacters();
keepDraft();
guardDoubleClick();
offerButtons();
