; The installer: for one user, without administrator. Needs VERSION, NUMBERS, TREE_LIST, REMOVAL_LIST,
; SIZE_KB, NEED_MB, ICON, BANNER, OUTPUT, TARGET.
Target ${TARGET}
Unicode true
SetCompressor /SOLID lzma
SetCompressorDictSize 64
SetDateSave off
CRCCheck force
AllowSkipFiles off ; a file that cannot be written ends the installation, the old program stays
SpaceTexts none
RequestExecutionLevel user
ManifestSupportedOS Win10
ManifestDPIAware true

!include MUI2.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include x64.nsh
!include FileFunc.nsh
!include WordFunc.nsh

!define NAME "Lapas Desktop"
!define EXE "Lapas Desktop.exe"
!define UNINSTALLER "Hapus Lapas Desktop.exe"
!define PREVIOUS "Lapas Desktop versi sebelumnya"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\LapasDesktop"
!define OLDEST_BUILD 17763 ; Windows 10 1809, the oldest that Qt runs on

Name "${NAME}"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
BrandingText "${NAME} ${VERSION}"
ShowInstDetails nevershow
ShowUnInstDetails nevershow
VIProductVersion "${NUMBERS}"
VIAddVersionKey /LANG=1057 "ProductName" "${NAME}"
VIAddVersionKey /LANG=1057 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1057 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1057 "FileDescription" "Pemasang ${NAME}"
VIAddVersionKey /LANG=1057 "CompanyName" "${NAME}"
VIAddVersionKey /LANG=1057 "LegalCopyright" "Lisensi MIT"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${BANNER}"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TITLE "Memasang ${NAME} ${VERSION}"
!define MUI_WELCOMEPAGE_TEXT "Program ini dipasang hanya untuk Anda, tanpa hak administrator dan tanpa internet.$\r$\n$\r$\nVersi lama diganti di tempatnya. Data kantor Anda tidak disentuh.$\r$\n$\r$\nTutup ${NAME} bila sedang terbuka, lalu tekan Instal."
!define MUI_FINISHPAGE_TITLE "${NAME} sudah terpasang"
!define MUI_FINISHPAGE_TEXT "Program ada di menu Start dan di desktop."
!define MUI_FINISHPAGE_RUN "$INSTDIR\${EXE}"
!define MUI_FINISHPAGE_RUN_TEXT "Buka ${NAME} sekarang"
!define MUI_COMPONENTSPAGE_SMALLDESC

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!define MUI_COMPONENTSPAGE_TEXT_TOP "Program dihapus dari komputer ini. Data kantor tetap ada bila tidak dicentang."
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Indonesian"

; A program that runs cannot be opened for writing.
!macro ASK_TO_CLOSE
  ask_again:
  IfFileExists "$INSTDIR\${EXE}" 0 ask_done
  ClearErrors
  FileOpen $0 "$INSTDIR\${EXE}" a
  IfErrors 0 ask_free
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${NAME} masih terbuka. Simpan pekerjaan Anda, tutup semua jendelanya, lalu tekan Coba Lagi." /SD IDCANCEL IDRETRY ask_again
  SetErrorLevel 2
  Quit
  ask_free:
  FileClose $0
  ask_done:
!macroend

!macro STOP TEXT
  MessageBox MB_OK|MB_ICONSTOP "${TEXT}" /SD IDOK
  SetErrorLevel 2
  Quit
!macroend

; Renames a folder; a virus scanner that looks at the new files is given ten seconds. $2 tells "moved" or not.
!macro MOVE FROM TO
  StrCpy $2 "moved"
  ${For} $3 1 40
    ClearErrors
    Rename "${FROM}" "${TO}"
    ${IfNot} ${Errors}
      StrCpy $2 "moved"
      ${Break}
    ${EndIf}
    StrCpy $2 "held"
    Sleep 250
  ${Next}
!macroend

; What somebody else put into the folder of the program, now $6, goes along; old parts of Python do not.
Function CarryOver
  FindFirst $3 $4 "$6\*.*"
  ${DoWhile} $4 != ""
    StrCpy $5 $4 6
    ${If} $4 != "."
    ${AndIf} $4 != ".."
    ${AndIf} $5 != "python"
    ${AndIfNot} ${FileExists} "$INSTDIR\$4"
      Rename "$6\$4" "$INSTDIR\$4"
    ${EndIf}
    FindNext $3 $4
  ${Loop}
  FindClose $3
FunctionEnd

Function .onInit
  StrCpy $2 "moved"
  ${IfNot} ${RunningX64}
    !insertmacro STOP "${NAME} memerlukan Windows 10 atau 11 versi 64-bit. Windows di komputer ini 32-bit, jadi program tidak dapat dipasang."
  ${EndIf}
  ${IfNot} ${AtLeastWin10}
    !insertmacro STOP "${NAME} memerlukan Windows 10 atau 11 versi 64-bit. Windows di komputer ini lebih lama, jadi program tidak dapat dipasang."
  ${EndIf}
  ${IfNot} ${AtLeastBuild} ${OLDEST_BUILD}
    !insertmacro STOP "${NAME} memerlukan Windows 10 versi 1809 atau yang lebih baru. Perbarui Windows di komputer ini, lalu pasang lagi."
  ${EndIf}
  ${GetRoot} "$LOCALAPPDATA" $3
  ${DriveSpace} "$3\" "/D=F /S=M" $4
  ${If} $4 < ${NEED_MB}
    !insertmacro STOP "Ruang di disk $3 tidak cukup: perlu ${NEED_MB} MB, tersedia $4 MB. Kosongkan dulu, lalu pasang lagi."
  ${EndIf}
  ; Data that a newer version has changed cannot be opened by this one.
  ReadRegStr $0 HKCU "${UNINSTALL_KEY}" "DisplayVersion"
  ${If} $0 != ""
  ${AndIf} ${FileExists} "$INSTDIR\${UNINSTALLER}"
    ${VersionCompare} "$0" "${VERSION}" $1
    ${If} $1 == 1
      !insertmacro STOP "Versi $0 yang terpasang lebih baru daripada ${VERSION}. Versi lama tidak dapat membuka data dari versi baru, jadi tidak dipasang."
    ${EndIf}
  ${EndIf}
  ; A folder that is not ours is never replaced.
  ${If} ${FileExists} "$INSTDIR\*.*"
  ${AndIfNot} ${FileExists} "$INSTDIR\${UNINSTALLER}"
    ${DirState} "$INSTDIR" $0
    ${If} $0 != 0
      !insertmacro STOP "Folder $INSTDIR sudah berisi berkas lain. Pindahkan isinya, lalu pasang lagi."
    ${EndIf}
  ${EndIf}
FunctionEnd

Section "Program"
  !insertmacro ASK_TO_CLOSE
  StrCpy $1 "baru"
  ${If} ${FileExists} "$INSTDIR\${UNINSTALLER}"
    StrCpy $1 "ada"
  ${EndIf}
  ; The new program is complete before the old one goes.
  RMDir /r "$INSTDIR.baru"
  !include "${TREE_LIST}"
  WriteUninstaller "$INSTDIR.baru\${UNINSTALLER}"
  SetOutPath "$TEMP"
  RMDir "$INSTDIR" ; when it is empty
  StrCpy $6 ""
  ${If} ${FileExists} "$INSTDIR\*.*"
    StrCpy $6 "$INSTDIR.lama"
    ${If} ${FileExists} "$INSTDIR.lama\${UNINSTALLER}" ; the installed one never started: the one before it is kept
      StrCpy $6 "$INSTDIR.gagal"
    ${EndIf}
    RMDir /r "$6"
    !insertmacro MOVE "$INSTDIR" "$6"
  ${EndIf}
  ${If} $2 == "moved"
    !insertmacro MOVE "$INSTDIR.baru" "$INSTDIR"
    ${If} $2 != "moved"
      Rename "$6" "$INSTDIR"
    ${EndIf}
  ${EndIf}
  ${If} $2 != "moved"
    RMDir /r "$INSTDIR.baru"
    !insertmacro STOP "Versi lama tidak dapat diganti karena foldernya sedang dipakai. Tutup program dan jendela lain yang membukanya, lalu pasang lagi."
  ${EndIf}
  ${If} $6 != ""
    Call CarryOver
  ${EndIf}
  RMDir /r "$INSTDIR.gagal"
  ; The new program removes the previous one when it has started once.
  ${If} ${FileExists} "$INSTDIR.lama\${EXE}"
    SetOutPath "$INSTDIR.lama"
    CreateShortcut "$SMPROGRAMS\${PREVIOUS}.lnk" "$INSTDIR.lama\${EXE}"
  ${EndIf}

  SetOutPath "$INSTDIR"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${EXE}"
  ${If} $1 == "baru" ; who took it off the desktop does not get it again
    CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\${EXE}"
  ${EndIf}
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${EXE}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\${UNINSTALLER}"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\${UNINSTALLER}" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
SectionEnd

Section "un.Program" un_program
  SectionIn RO
  !insertmacro ASK_TO_CLOSE
  ${IfNot} ${FileExists} "$INSTDIR\${UNINSTALLER}"
    !insertmacro STOP "Folder program tidak ditemukan; tidak ada yang dihapus."
  ${EndIf}
  SetOutPath "$TEMP"
  !include "${REMOVAL_LIST}"
  Delete "$INSTDIR\${UNINSTALLER}"
  RMDir "$INSTDIR" ; stays when somebody else put files into it
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$SMPROGRAMS\${PREVIOUS}.lnk"
  ${If} ${FileExists} "$INSTDIR.lama\${UNINSTALLER}"
    RMDir /r "$INSTDIR.lama"
  ${EndIf}
  Delete "$DESKTOP\${NAME}.lnk"
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
SectionEnd

Section /o "un.Data kantor dan cadangannya" un_data
  ; Asked once more; without an answer, as in a silent removal, the data stays.
  MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "Semua data kantor di folder$\r$\n$LOCALAPPDATA\${NAME}$\r$\ntermasuk cadangan di dalamnya akan hilang dan tidak dapat dikembalikan.$\r$\n$\r$\nHapus data ini?" /SD IDNO IDNO keep
  RMDir /r "$LOCALAPPDATA\${NAME}"
  RMDir /r "$LOCALAPPDATA\${NAME} latihan"
  keep:
SectionEnd

LangString ABOUT_PROGRAM 1057 "Program, menu Start dan ikon desktop."
LangString ABOUT_DATA 1057 "Data kantor, berkas dan cadangan pengguna ini. Salin cadangan ke tempat lain dulu."
!insertmacro MUI_UNFUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${un_program} $(ABOUT_PROGRAM)
  !insertmacro MUI_DESCRIPTION_TEXT ${un_data} $(ABOUT_DATA)
!insertmacro MUI_UNFUNCTION_DESCRIPTION_END
