# Makes the kiosk the shell of its own account (Shell Launcher: Enterprise, Education, IoT Enterprise), or takes that back.
# On other editions import assigned-access.xml instead.
param(
    [Parameter(Mandatory)] [ValidateSet('Enable', 'Disable')] [string] $Action,
    [Parameter(Mandatory)] [string] $Program,
    [string] $Data = (Join-Path $env:ProgramData 'HallKiosk\data'),
    [string] $Install = '',
    [string] $Account = 'hallkiosk'
)
$ErrorActionPreference = 'Stop'
$space = 'root\standardcimv2\embedded'
$restart, $leave = 0, 3          # what Shell Launcher does when the program ends: start it again, do nothing
$session = Join-Path $PSScriptRoot 'kiosk-session.ps1'

function Get-Sid([string] $name) {
    (New-Object System.Security.Principal.NTAccount $name).Translate([System.Security.Principal.SecurityIdentifier]).Value
}

if ($Action -eq 'Disable') {
    $shells = [wmiclass] "\\localhost\${space}:WESL_UserSetting"
    if (Get-LocalUser -Name $Account -ErrorAction SilentlyContinue) { $shells.RemoveCustomShell((Get-Sid $Account)) | Out-Null }
    return
}
if (-not (Get-LocalUser -Name $Account -ErrorAction SilentlyContinue)) {
    New-LocalUser -Name $Account -NoPassword -AccountNeverExpires -UserMayNotChangePassword | Out-Null
}
$folder = Split-Path $Data
icacls $folder /grant "${Account}:(OI)(CI)M" | Out-Null
if ($Install) {
    & $Program setup --from $Install --data $Data
    if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
}
Enable-WindowsOptionalFeature -Online -FeatureName Client-EmbeddedShellLauncher -All -NoRestart | Out-Null
$shells = [wmiclass] "\\localhost\${space}:WESL_UserSetting"
$shells.SetDefaultShell('explorer.exe', $leave) | Out-Null
$command = "powershell.exe -NoProfile -WindowStyle Hidden -ExecutionPolicy Bypass -File `"$session`" -Program `"$Program`" -Data `"$Data`""
$shells.SetCustomShell((Get-Sid $Account), $command, $null, $null, $restart) | Out-Null
$shells.SetEnabled($true) | Out-Null
