"""Loudspeaker: plays samples on the machine's default output; without one it is silent, and looks again each time."""

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QObject

from ui.messages import messages_for_builders

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioDevice, QAudioSink, QMediaDevices, QtAudio

log = logging.getLogger(__name__)


class Loudspeaker(QObject):
    """QtMultimedia is loaded at the first use, or by `warm` when there is time."""

    def __init__(self, volume: int) -> None:
        super().__init__()
        self._volume = volume
        self._devices: QMediaDevices | None = None
        self._sink: QAudioSink | None = None
        self._buffer = QBuffer(self)
        self._told = False  # once, until the list of devices changes

    def warm(self) -> None:
        """For an idle moment after the first picture."""
        if self._devices is None:
            with messages_for_builders():
                from PySide6.QtMultimedia import QMediaDevices

                self._devices = QMediaDevices(self)
                self._devices.audioOutputsChanged.connect(self._devices_changed)
            self._output()

    def play(self, samples: bytes, rate: int) -> None:
        self.warm()
        self.stop()
        output = self._output()
        if output is None:
            return
        self._sink = self._made(output, rate)
        self._buffer.setData(samples)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._sink.start(self._buffer)

    def stop(self) -> None:
        if self._sink is not None:
            self._sink.stateChanged.disconnect(self._state_changed)
            self._sink.reset()
            self._sink.deleteLater()
            self._sink = None
        self._buffer.close()

    def _made(self, output: "QAudioDevice", rate: int) -> "QAudioSink":
        from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QtAudio

        form = QAudioFormat()
        form.setSampleRate(rate)
        form.setChannelCount(1)
        form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        sink = QAudioSink(output, form, self)
        heard, held = QtAudio.VolumeScale.LogarithmicVolumeScale, QtAudio.VolumeScale.LinearVolumeScale
        sink.setVolume(QtAudio.convertVolume(self._volume / 100, heard, held))
        sink.stateChanged.connect(self._state_changed)
        return sink

    def _output(self) -> "QAudioDevice | None":
        from PySide6.QtMultimedia import QMediaDevices

        with messages_for_builders():
            output = QMediaDevices.defaultAudioOutput()
        if not output.isNull():
            return output
        if not self._told:
            log.warning("no loudspeaker: nothing will be heard")
            self._told = True
        return None

    def _state_changed(self, state: "QtAudio.State") -> None:
        """All was played: the output is given back."""
        from PySide6.QtMultimedia import QtAudio

        if state == QtAudio.State.IdleState:
            self.stop()

    def _devices_changed(self) -> None:
        self._told = False
