import type { ThemeConfig } from 'antd';

const warmGrey = '#f6f5f3';
const hairline = '#dcd9d4';

/** One deep blue, warm greys, hairlines; red only for overdue and destructive. Contrast was measured on these values. */
export const theme = (fontSize: number): ThemeConfig => ({
  token: {
    colorPrimary: '#0b4f9e',
    colorLink: '#0b4f9e',
    colorError: '#c4161c',
    colorTextBase: '#1f2328',
    colorTextPlaceholder: '#666',
    colorTextDescription: 'rgba(0,0,0,.65)',
    colorTextTertiary: 'rgba(0,0,0,.62)',
    colorTextQuaternary: 'rgba(0,0,0,.6)',
    colorBgLayout: warmGrey,
    colorBorder: '#8f8a83',
    colorBorderSecondary: hairline,
    boxShadow: 'none',
    boxShadowSecondary: '0 2px 8px rgba(0,0,0,.16)',
    motion: false,
    // Controls grow with the letters in them.
    controlHeight: Math.round(fontSize * 2.3),
    controlHeightSM: Math.round(fontSize * 1.75),
    borderRadius: 3,
    fontSize,
    fontFamily: 'inherit',
  },
  components: { Button: { paddingInline: 12, primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' } },
});
