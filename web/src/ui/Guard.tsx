import { Component, type ReactNode } from 'react';
import { Broken } from './Broken.tsx';

type Props = {
  children: ReactNode;
  /** Tried again when this changes: another page, another ticket. */
  resetOn?: string | null;
  /** What stands alone, such as a page, offers a way home; what can be closed is closed; a panel is tried again. */
  part?: 'page' | 'panel';
  onClose?: () => void;
};

/**
 * What cannot be drawn (its code was replaced by an update, or a fault of ours) leaves everything around it standing, says
 * what to do and offers a way back. What was written is kept by its draft.
 */
export class Guard extends Component<Props, { isBroken: boolean }> {
  override state = { isBroken: false };
  static getDerivedStateFromError = () => ({ isBroken: true });
  override componentDidUpdate(before: Props) {
    if (this.state.isBroken && before.resetOn !== this.props.resetOn) this.setState({ isBroken: false });
  }
  override render() {
    const { children, part = 'panel', onClose } = this.props;
    if (!this.state.isBroken) return children;
    return <Broken part={part} onAgain={() => this.setState({ isBroken: false })} onClose={onClose} />;
  }
}
