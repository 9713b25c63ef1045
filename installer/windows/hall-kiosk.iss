; Inno Setup: a Windows machine gets the bundle that PyInstaller has made there (pyinstaller build_installer.spec).
; Silent: hall-kiosk-setup.exe /VERYSILENT /SUPPRESSMSGBOXES /NORESTART /INSTALL="E:\install.toml"
#define Version "0.1.0"

[Setup]
AppId={{5E0C7C52-7D0B-4C0C-9C55-2E6C2B7A9D41}
AppName=Hall Kiosk 职工文化自助终端
AppVersion={#Version}
DefaultDirName={autopf}\HallKiosk
DisableProgramGroupPage=yes
DisableDirPage=yes
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
PrivilegesRequired=admin
OutputDir=..\..\build\dist
OutputBaseFilename=hall-kiosk-setup
Compression=lzma2
SolidCompression=yes
LicenseFile=..\..\LICENSE

[Languages]
Name: "english"; MessagesFile: "compiler:Default.isl"

[Files]
Source: "..\..\build\dist\hall-kiosk\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion
Source: "..\..\docs\operate.md"; DestDir: "{app}\docs"
Source: "..\..\docs\install.toml"; DestDir: "{app}\docs"
Source: "kiosk-session.ps1"; DestDir: "{app}\session"
Source: "shell-launcher.ps1"; DestDir: "{app}\session"
Source: "assigned-access.xml"; DestDir: "{app}\session"

[Dirs]
; Whoever works at the kiosk's own account may write here, and nobody else but administrators.
Name: "{commonappdata}\HallKiosk"; Permissions: admins-full system-full

[Run]
Filename: "powershell.exe"; Parameters: "-NoProfile -ExecutionPolicy Bypass -File ""{app}\session\shell-launcher.ps1"" -Action Enable -Program ""{app}\kiosk.exe"" -Data ""{commonappdata}\HallKiosk\data"" -Install ""{param:INSTALL|}"""; Flags: runhidden waituntilterminated

[UninstallRun]
Filename: "powershell.exe"; Parameters: "-NoProfile -ExecutionPolicy Bypass -File ""{app}\session\shell-launcher.ps1"" -Action Disable -Program ""{app}\kiosk.exe"""; Flags: runhidden waituntilterminated; RunOnceId: "ShellLauncher"

[Code]
{ /PURGE takes every personal byte as well; without it the data stay for the next version. }
procedure CurUninstallStepChanged(Step: TUninstallStep);
begin
  if (Step = usPostUninstall) and (ExpandConstant('{param:PURGE|no}') = 'yes') then
    DelTree(ExpandConstant('{commonappdata}\HallKiosk'), True, True, True);
end;
