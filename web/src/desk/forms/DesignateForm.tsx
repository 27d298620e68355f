import { DispatchForm } from './DispatchForm.tsx';
import type { VerbFormProps } from './verbForm.ts';

/** 指定承办: like a dispatch, but with the grounds on which it was decided, which every department will read. */
export const DesignateForm = (props: VerbFormProps) => <DispatchForm {...props} grounds="form.designateNote" />;
