const node = `case "$(uname -m)" in
  x86_64) cpu=x64 ;;
  aarch64|arm64) cpu=arm64 ;;
  *) echo "本安装包只支持 x86_64 和 aarch64 的 Linux。" >&2; exit 1 ;;
esac
here="$(cd "$(dirname "$0")" && pwd)"
export HOTLINE_DEMO="\${HOTLINE_DEMO:-0}"
export HOTLINE_DATABASE="\${HOTLINE_DATABASE:-file:$here/data/hotline.db}"
mkdir -p "$here/data"`;

export const startScript = `#!/bin/sh
# 启动服务。设置见 README.txt；数据默认在本文件夹的 data 里。
${node}
# 少占内存：较小的新生代，两个分配区。
export MALLOC_ARENA_MAX="\${MALLOC_ARENA_MAX:-2}"
exec "$here/node/$cpu/node" --max-semi-space-size=4 "$here/server/dist/main.js"
`;

export const command = `#!/bin/sh
# 命令行：./hotline --help
${node}
exec "$here/node/$cpu/node" "$here/server/dist/cli.js" "$@"
`;

export const readme = `12345 热线 安装包（Linux x86_64、aarch64）

一、解压后不需要联网，也不需要另装 Node：
    ./hotline init --template 安装表.xlsx     写出安装表，填好受理中心、承办单位和人员
    ./hotline init 安装表.xlsx --dry-run      检查，按提示逐行改好
    ./hotline init 安装表.xlsx --passwords 密码.csv
    HOTLINE_HOST=0.0.0.0 ./start.sh           启动，浏览器打开 http://服务器地址:12345
二、数据在 data 文件夹；./hotline backup backups/ 随时可以备份。
三、升级：解压新的安装包，把 data 文件夹移过去，再启动；升级前会自动备份。
四、设置用环境变量，如 HOTLINE_PORT、HOTLINE_DATABASE；写错的设置会在启动时说明。
`;
