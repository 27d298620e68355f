import type { AuditAct } from '@hotline/shared/api/admin/audit';
import type { TextKey } from '../../text/zh.ts';

/** The acts of the audit trail and their words: exhaustive over the contract. */
const keys: Record<AuditAct, TextKey> = {
  reveal: 'act.reveal',
  revealCall: 'act.revealCall',
  enterLate: 'act.enterLate',
  export: 'act.export',
  downloadExport: 'act.downloadExport',
  playRecording: 'act.playRecording',
  startImport: 'act.startImport',
  undoImport: 'act.undoImport',
  changeCalendar: 'act.changeCalendar',
  importCalendar: 'act.importCalendar',
  correctClocks: 'act.correctClocks',
  saveRules: 'act.saveRules',
  saveSchemes: 'act.saveSchemes',
  publishBulletin: 'act.publishBulletin',
  proposeArticle: 'act.proposeArticle',
  publishArticle: 'act.publishArticle',
  refuseArticle: 'act.refuseArticle',
  cancelArticle: 'act.cancelArticle',
  retireArticle: 'act.retireArticle',
  confirmArticle: 'act.confirmArticle',
  reportArticle: 'act.reportArticle',
  answerReport: 'act.answerReport',
  addFile: 'act.addFile',
  removeFile: 'act.removeFile',
  addPerson: 'act.addPerson',
  setGrants: 'act.setGrants',
  disablePerson: 'act.disablePerson',
  enablePerson: 'act.enablePerson',
  resetPassword: 'act.resetPassword',
  changePassword: 'act.changePassword',
  addDepartment: 'act.addDepartment',
  changeDepartment: 'act.changeDepartment',
  retireDepartment: 'act.retireDepartment',
  restoreDepartment: 'act.restoreDepartment',
  addTelephonyToken: 'act.addTelephonyToken',
  changeAreaCode: 'act.changeAreaCode',
  revokeTelephonyToken: 'act.revokeTelephonyToken',
  addPhrase: 'act.addPhrase',
  changePhrase: 'act.changePhrase',
  dropPhrase: 'act.dropPhrase',
};
export const auditActNames = Object.keys(keys) as AuditAct[];
export const isAuditAct = (name: string): name is AuditAct => Object.hasOwn(keys, name);
export const actKey = (name: AuditAct): TextKey => keys[name];
